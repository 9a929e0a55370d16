package org.maaledger.query.moment;

/** Two moments that are laid side by side; what an answer must include is said by the second. */
public record AskedTwice(Asked from, Asked to) {}
