package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.PartyRefusal.MemberNotAuthority;
import org.maaledger.command.agreement.PartyRefusal.MemberUnknown;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.decision.Refusal;
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

    /**
     * What stands against its being a member from {@code on} on: that the register does not know it, that its place has no local
     * authority, or that this had ended by then. One that is still to begin may prepare itself.
     */
    @Nullable Refusal againstMember(BodyId body, LocalDate on, String pointer) {
        if (details == null) {
            return new MemberUnknown(body, pointer);
        }
        LocalDate lastDay = details.validTo();
        boolean ended = lastDay != null && lastDay.isBefore(on);
        return details.tier() == null || ended ? new MemberNotAuthority(body, on, pointer) : null;
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
