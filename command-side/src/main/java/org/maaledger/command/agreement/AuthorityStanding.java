package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.provenance.BodyId;

/**
 * What an agreement must know of an authority: what the area register says of its area.
 *
 * @param details absent if the register does not know it
 */
record AuthorityStanding(@Nullable AreaDetails details) {

    private static final Fold<AuthorityStanding> FOLD =
            Fold.of("authority-standing", new AuthorityStanding(null), AreaEvent.class, AuthorityStanding::after);

    /** The standing of the authority with the code {@code body}. */
    static AuthorityStanding of(BodyId body, Consulted consulted) {
        return consulted.state(FOLD, "area:" + body);
    }

    /** Whether it was a local authority on {@code date}. */
    boolean isAuthorityOn(LocalDate date) {
        return details != null
                && details.tier() != null
                && (details.validFrom() == null || !date.isBefore(details.validFrom()))
                && (details.validTo() == null || !date.isAfter(details.validTo()));
    }

    /** Whether it was a top-tier authority on {@code date}. */
    boolean isTopTierOn(LocalDate date) {
        return isAuthorityOn(date) && details != null && details.tier() == Tier.TOP;
    }

    private AuthorityStanding after(AreaEvent event) {
        return switch (event) {
            case AreaEvent.AreaRegistered registered -> new AuthorityStanding(registered.details());
            case AreaEvent.AreaDetailsRevised revised -> new AuthorityStanding(revised.details());
            // Taken over in part only, a place goes on; its own last day in the register says when it ended.
            case AreaEvent.AreaSucceeded ignored -> this;
        };
    }
}
