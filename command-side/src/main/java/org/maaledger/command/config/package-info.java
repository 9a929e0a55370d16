/**
 * How is the command side put together? Aggregates with their caches and snapshots, the command bus and its retries, the parts of
 * the shell that stand on the log, the edge.
 *
 * <p>Whoever runs it imports {@link CommandSideConfig} and gives it, as beans: the log's {@code LedgerReader} and
 * {@code Idempotency}, Axon's {@code EventStore} on the log's storage engine, an {@code InstantSource}, and an argument resolver that
 * makes an {@code Actor} of the token. It may know everything of this side, and nothing of the read side.
 */
@NullMarked
package org.maaledger.command.config;

import org.jspecify.annotations.NullMarked;
