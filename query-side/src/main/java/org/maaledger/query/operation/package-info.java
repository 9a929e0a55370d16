/**
 * How do the projections stand, and what does an operator do about it: rebuild one, try a dead letter again.
 *
 * <p>It knows no table of any projection.
 */
@NullMarked
package org.maaledger.query.operation;

import org.jspecify.annotations.NullMarked;
