package org.maaledger.command.agreement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.maaledger.command.agreement.ActRefusal.AgreementUnknown;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.provenance.BodyId;

/** An agreement as its events have made it. */
public sealed interface Agreement {

    /** Nothing happened yet. */
    record Undrafted() implements Agreement {}

    /** A draft. */
    record Drafting(Terms terms) implements Agreement {}

    /**
     * Signed.
     *
     * @param designated every designation there has been
     */
    record InForce(Terms terms, LocalDate signedOn, Designated designated) implements Agreement {}

    /** What the command ends in. */
    default Decision<AgreementEvent> decide(AgreementCommand command, Consulted consulted, Editions editions, Act act) {
        return switch (this) {
            case Undrafted ignored -> Drafts.open(command, consulted, editions, act);
            case Drafting draft
            when !draft.terms().showsDraftTo(act) -> Decision.refuse(new AgreementUnknown(command.agreementId()));
            case Drafting draft -> Drafts.decide(draft, command, consulted, act);
            case InForce inForce -> Signed.decide(inForce, command, consulted, act);
        };
    }

    /** Whether whoever acts may know of it: of a draft not everybody, of a signed agreement all. */
    default boolean isVisibleTo(Act act) {
        return switch (this) {
            case Undrafted ignored -> false;
            case Drafting draft -> draft.terms().showsDraftTo(act);
            case InForce ignored -> true;
        };
    }

    /** The agreement after one more event, whose act has the date {@code on}. */
    default Agreement evolve(AgreementEvent event, LocalDate on) {
        return switch (event) {
            case AgreementEvent.AgreementDrafted drafted when this instanceof Undrafted -> drafted(drafted, on);
            case AgreementEvent.PartyJoined joined ->
                with(terms().joinedBy(joined.body(), new Terms.Party(joined.role(), on)));
            case AgreementEvent.PartyLeft left -> with(terms().leftBy(left.body(), on));
            case AgreementEvent.ResponsibleAuthorityChanged changed -> with(terms().ledBy(changed.to(), on));
            case AgreementEvent.AgreementSigned ignored
            when this instanceof Drafting -> new InForce(terms(), on, Designated.NONE);
            case AgreementEvent.TargetDesignated designated
            when this instanceof InForce inForce ->
                new InForce(terms(), inForce.signedOn(), inForce.designated().with(designated.target(), on));
            case AgreementEvent.DesignationRevoked revoked
            when this instanceof InForce inForce ->
                new InForce(terms(), inForce.signedOn(), inForce.designated().without(revoked.target(), on));
            case AgreementEvent.AgreementDrafted misplaced -> throw corrupt(misplaced);
            case AgreementEvent.AgreementSigned misplaced -> throw corrupt(misplaced);
            case AgreementEvent.TargetDesignated misplaced -> throw corrupt(misplaced);
            case AgreementEvent.DesignationRevoked misplaced -> throw corrupt(misplaced);
        };
    }

    private Terms terms() {
        return switch (this) {
            case Undrafted ignored ->
                throw new CorruptHistory("something happened to an agreement before it was drafted");
            case Drafting draft -> draft.terms();
            case InForce inForce -> inForce.terms();
        };
    }

    private Agreement with(Terms terms) {
        return switch (this) {
            case Undrafted ignored -> throw new CorruptHistory("parties of an agreement changed before it was drafted");
            case Drafting ignored -> new Drafting(terms);
            case InForce inForce -> new InForce(terms, inForce.signedOn(), inForce.designated());
        };
    }

    private static Agreement drafted(AgreementEvent.AgreementDrafted drafted, LocalDate on) {
        Map<BodyId, Terms.Party> parties = new HashMap<>();
        drafted.partners().forEach(body -> parties.put(body, new Terms.Party(PartyRole.PARTNER, on)));
        drafted.members().forEach(body -> parties.put(body, new Terms.Party(PartyRole.MEMBER, on)));
        Terms terms = new Terms(
                drafted.agreement(),
                drafted.kind(),
                drafted.rules(),
                drafted.from(),
                drafted.to(),
                on,
                drafted.area(),
                drafted.responsibleAuthority(),
                on,
                drafted.governmentOffice(),
                parties,
                Map.of());
        return new Drafting(terms);
    }

    private static CorruptHistory corrupt(AgreementEvent misplaced) {
        return new CorruptHistory("agreement %s cannot have had a %s then"
                .formatted(misplaced.agreement(), misplaced.getClass().getSimpleName()));
    }
}
