/**
 * What does the agreement say: its parties, its targets, its trajectories and renegotiations, now or as of then.
 *
 * <p>It knows nothing of readings or how a target is going.
 */
@NullMarked
package org.maaledger.query.register;

import org.jspecify.annotations.NullMarked;
