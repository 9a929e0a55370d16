/**
 * May this body do this to the agreement, on this date? An agreement protects who its parties are, that it is signed by enough
 * top-tier authorities, and that no more of its targets are designated than its framework edition allows.
 *
 * <p>Designations are events of the agreement, so its own sequence guards their number. Of areas and targets it knows only
 * {@link AuthorityStanding} and {@link TargetStanding}, folded from their events; it may not know their packages.
 */
@NullMarked
package org.maaledger.command.agreement;

import org.jspecify.annotations.NullMarked;
