package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.ActBeforeItsGround;
import org.maaledger.command.agreement.ActRefusal.AgreementEnded;
import org.maaledger.command.agreement.Agreement;
import org.maaledger.command.agreement.AgreementHistory;
import org.maaledger.command.agreement.Terms;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetId;

/**
 * In what a decision on a target is made: its agreement, and who acts when.
 *
 * @param signedOn absent while the agreement is a draft
 * @param designated whether the agreement has designated the target
 */
record Setting(Terms terms, @Nullable LocalDate signedOn, boolean designated, Act act) {

    /** The setting of {@code target} in {@code agreement}; null if whoever acts may not know of that agreement. */
    static @Nullable Setting of(AgreementId agreement, TargetId target, Consulted consulted, Act act) {
        Agreement state = consulted.state(AgreementHistory.FOLD, agreement.toString());
        if (!state.isVisibleTo(act)) {
            return null;
        }
        return switch (state) {
            case Agreement.Undrafted ignored -> null;
            case Agreement.Drafting draft -> new Setting(draft.terms(), null, false, act);
            case Agreement.InForce inForce ->
                new Setting(
                        inForce.terms(),
                        inForce.signedOn(),
                        inForce.designated().isDesignated(target),
                        act);
        };
    }

    /** The refusal of an act that is dated before {@code body} became a party; null if it is not, or the body is none. */
    @Nullable Refusal beforeJoining(BodyId body) {
        Terms.Party party = terms.parties().get(body);
        return party != null && act.on().isBefore(party.since())
                ? new ActBeforeItsGround(act.on(), "the joining of " + body, party.since())
                : null;
    }

    /** Whether the act is one of the agreement's Government Office. */
    boolean byGovernmentOffice() {
        return terms.isOfGovernmentOffice(act);
    }

    /** Whether the act is one of the responsible authority. */
    boolean byResponsibleAuthority() {
        return terms.isOfResponsibleAuthority(act);
    }

    /** Whether the act is one of a party that the target relates to. */
    boolean byConcerned(Target.Proposal proposal) {
        return terms.isOfParty(act) && proposal.relatesTo().contains(act.body());
    }

    /** Whether whoever acts takes part in negotiating the target. */
    boolean byNegotiator(Target.Proposal proposal) {
        return byConcerned(proposal) || byResponsibleAuthority() || byGovernmentOffice();
    }

    /** The refusal of an act of who takes no part in negotiating the target; null if it is done by one who does. */
    @Nullable Refusal againstStranger(Target.Proposal proposal) {
        return byNegotiator(proposal) ? null : new NotConcerned(act.body(), proposal.target());
    }

    /** The parties that the target relates to; one that has left the agreement no longer has a say. */
    List<BodyId> concerned(Target.Proposal proposal) {
        return proposal.relatesTo().stream().filter(terms::hasParty).toList();
    }

    /** Whose consent an offer needs: each party that the target relates to, and the Government Office. */
    List<BodyId> consentsNeeded(Target.Proposal proposal) {
        return Stream.concat(concerned(proposal).stream(), Stream.of(terms.governmentOffice()))
                .distinct()
                .toList();
    }

    /**
     * The refusal of an act that is dated before {@code ground}, on which it builds, before the acting body joined, or after the
     * agreement; null if it is in time.
     */
    @Nullable Refusal untimely(String ground, LocalDate groundOn) {
        if (act.on().isBefore(groundOn)) {
            return new ActBeforeItsGround(act.on(), ground, groundOn);
        }
        Refusal unjoined = terms.isOfParty(act) ? beforeJoining(act.body()) : null;
        if (unjoined != null) {
            return unjoined;
        }
        return act.on().isAfter(terms.to()) ? new AgreementEnded(terms.to(), act.on()) : null;
    }
}
