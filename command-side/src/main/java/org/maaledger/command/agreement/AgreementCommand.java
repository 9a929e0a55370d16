package org.maaledger.command.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.AtLeastOne;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.FromAddress;
import org.maaledger.command.decision.IdOfNew;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetId;

/** What can be asked of an agreement. */
public sealed interface AgreementCommand extends LedgerCommand {

    /** The name under which these commands reach their aggregate. */
    String FAMILY = "agreement";

    AgreementId agreementId();

    @Override
    default String family() {
        return FAMILY;
    }

    @Override
    default String stream() {
        return agreementId().toString();
    }

    /**
     * Opens a draft.
     *
     * @param title the title of the document
     * @param edition the framework edition whose rules bind the agreement, such as {@code laa-maa-2008}
     * @param from the first day of the agreement's period
     * @param to its last day
     * @param area what it covers
     * @param responsibleAuthority the accountable body, one of the members
     * @param governmentOffice the counterpart in the negotiation
     * @param members the local authorities that make it
     * @param partners the partner authorities that co-operate in it
     */
    record DraftAgreement(
            @IdOfNew AgreementId agreementId,
            AgreementKind kind,
            FreeText title,
            String edition,
            LocalDate from,
            LocalDate to,
            AreaCode area,
            BodyId responsibleAuthority,
            BodyId governmentOffice,
            @AtLeastOne List<BodyId> members,
            List<BodyId> partners,
            @Nullable LocalDate actedOn)
            implements AgreementCommand {
        public DraftAgreement {
            members = Shape.distinct("members", 1, 200, members);
            partners = Shape.distinct("partners", 0, 200, partners);
        }

        @Override
        public List<FreeText> texts() {
            return List.of(title);
        }
    }

    /** Adds a party: to a draft by the responsible authority, to an agreement in force by the body that joins. */
    record JoinAgreement(
            @FromAddress AgreementId agreementId,
            BodyId body,
            PartyRole role,
            @Nullable LocalDate actedOn) implements AgreementCommand {}

    /** Takes a party out. */
    record LeaveAgreement(
            @FromAddress AgreementId agreementId,
            @FromAddress BodyId body,
            @Nullable LocalDate actedOn) implements AgreementCommand {}

    /** Makes another member the accountable body. */
    record ChangeResponsibleAuthority(
            @FromAddress AgreementId agreementId,
            BodyId to,
            @Nullable LocalDate actedOn) implements AgreementCommand {}

    /** Signs the agreement for the Secretary of State; from then on it is in force. */
    record SignAgreement(
            @FromAddress AgreementId agreementId, @Nullable LocalDate actedOn) implements AgreementCommand {}

    /** Designates a target of the agreement. */
    record DesignateTarget(
            @FromAddress AgreementId agreementId,
            @FromAddress TargetId targetId,
            @Nullable LocalDate actedOn) implements AgreementCommand {}

    /** Revokes a designation; the target goes on as a local one. */
    record RevokeDesignation(
            @FromAddress AgreementId agreementId,
            @FromAddress TargetId targetId,
            @Nullable LocalDate actedOn) implements AgreementCommand {}
}
