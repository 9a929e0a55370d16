package org.maaledger.log;

/**
 * That something happened, and to what; what it says is left where it is.
 *
 * @param name the name under which the event is stored
 */
public record Headline(long position, String stream, String name) {}
