/**
 * May this body do this to the agreement, on this date? An agreement protects who its parties are, that it is signed by enough
 * top-tier authorities, and that no more of its targets are designated than its framework edition allows.
 *
 * <p>Designations are events of the agreement, so its own sequence guards their number. Of targets it knows only
 * {@link TargetStanding}, folded from their events, and may not know their package; the area register it asks which authorities
 * there are, and which places lie in which.
 */
@NullMarked
package org.maaledger.command.agreement;

import org.jspecify.annotations.NullMarked;
