/**
 * Who is asking? From the bearer token of a request to the {@link org.maaledger.kernel.provenance.Actor} that both sides work with.
 *
 * <p>It knows no rule about what an actor may do; that is for each side to say. See docs/decisions/0020.
 */
@NullMarked
package org.maaledger.app.identity;

import org.jspecify.annotations.NullMarked;
