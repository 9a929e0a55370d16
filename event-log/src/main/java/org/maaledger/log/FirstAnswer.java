package org.maaledger.log;

/**
 * What was recorded when an idempotency key was first used.
 *
 * @param requestHash of method, path, actor and body of that request
 * @param firstPosition the position of its first event; 0 where there is none
 * @param count how many events it recorded; they follow each other without a gap. 0 for a request that is more than one append
 */
public record FirstAnswer(String requestHash, long firstPosition, int count) {}
