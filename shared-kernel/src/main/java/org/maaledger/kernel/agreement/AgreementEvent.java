package org.maaledger.kernel.agreement;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.TargetId;

/** What can happen to an agreement. The date of each act is in its envelope. */
public sealed interface AgreementEvent extends LedgerEvent {

    AgreementId agreement();

    @Override
    default String stream() {
        return agreement().toString();
    }

    /**
     * A draft was opened, under the rules of one framework edition.
     *
     * @param title the title of the document; the text lies in the vault
     * @param from the first day of the agreement's period
     * @param to the last day of the agreement's period
     * @param area what the agreement covers; it may be non-contiguous
     * @param responsibleAuthority the accountable body, itself a member
     * @param governmentOffice the counterpart of the members in the negotiation
     */
    record AgreementDrafted(
            AgreementId agreement,
            AgreementKind kind,
            TextRef title,
            FrameworkRules rules,
            LocalDate from,
            LocalDate to,
            AreaCode area,
            BodyId responsibleAuthority,
            BodyId governmentOffice,
            List<BodyId> members,
            List<BodyId> partners)
            implements AgreementEvent {
        public AgreementDrafted {
            members = Shape.distinct("members", 1, 200, members);
            partners = Shape.distinct("partners", 0, 200, partners);
        }
    }

    /** A body joined as member or partner. */
    record PartyJoined(AgreementId agreement, BodyId body, PartyRole role) implements AgreementEvent {}

    /** A member or partner left. */
    record PartyLeft(AgreementId agreement, BodyId body) implements AgreementEvent {}

    /** Another member became the accountable body. */
    record ResponsibleAuthorityChanged(AgreementId agreement, BodyId from, BodyId to) implements AgreementEvent {}

    /**
     * The agreement was signed and is in force for its period.
     *
     * @param topTierMembers the members that were top-tier authorities on the day of signing, as counted then
     */
    record AgreementSigned(AgreementId agreement, List<BodyId> topTierMembers) implements AgreementEvent {
        public AgreementSigned {
            topTierMembers = Shape.distinct("top-tier members", 0, 200, topTierMembers);
        }
    }

    /** The Secretary of State designated a target (Local Government and Public Involvement in Health Act 2007, s.109). */
    record TargetDesignated(AgreementId agreement, TargetId target) implements AgreementEvent {}

    /** A designation was revoked; the target goes on as a local one (the same Act, s.109). */
    record DesignationRevoked(AgreementId agreement, TargetId target) implements AgreementEvent {}
}
