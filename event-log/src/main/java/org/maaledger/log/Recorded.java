package org.maaledger.log;

import java.time.Instant;

/**
 * Where an event was recorded.
 *
 * @param position its place in the one order
 * @param sequence its place in its stream, counted from 0
 */
public record Recorded(long position, long sequence, Instant recordedAt) {}
