/**
 * May this body do this to the target, on this date? A target protects that every party it relates to has consented to what is
 * agreed, that its trajectory is complete and points the right way, and that an agreed target changes only by a renegotiation.
 *
 * <p>It consults its agreement for parties, period and rules, and the indicator's entry for definition and polarity. Whether it is
 * designated is a fact of the agreement. It may not know readings: a trajectory is judged elsewhere.
 */
@NullMarked
package org.maaledger.command.target;

import org.jspecify.annotations.NullMarked;
