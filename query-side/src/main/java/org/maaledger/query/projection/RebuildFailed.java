package org.maaledger.query.projection;

/**
 * A rebuild came to nothing; the old tables go on answering.
 *
 * @param projection of which
 */
public record RebuildFailed(String projection) {}
