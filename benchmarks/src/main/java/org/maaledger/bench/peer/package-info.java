/**
 * What is the log compared with? Event stores under one and the same command side: ours, and the two that Axon ships, each as well
 * tuned as we could; the database alone as the limit of them all; an event store of another world.
 *
 * <p>It may know the write side and its configuration, and nothing of how rounds are run and figures made.
 */
@NullMarked
package org.maaledger.bench.peer;

import org.jspecify.annotations.NullMarked;
