/**
 * How many commands a second go through the command bus and are durable, beside peers and the limit of the database? The load, its
 * rounds, and the figures made of them.
 */
@NullMarked
package org.maaledger.bench.bus;

import org.jspecify.annotations.NullMarked;
