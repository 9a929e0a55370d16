package org.maaledger.query.register;

import static org.maaledger.query.register.RegisterTables.AGREEMENT;
import static org.maaledger.query.register.RegisterTables.DESIGNATION;
import static org.maaledger.query.register.RegisterTables.PARTY;
import static org.maaledger.query.register.RegisterTables.RESPONSIBLE;
import static org.maaledger.query.register.RegisterTables.SIGNATURE;

import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementDrafted;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.projection.Rows;

/** The rows that an event of an agreement makes. */
final class AgreementRows {

    private AgreementRows() {}

    static void of(AgreementEvent event, Rows rows) {
        switch (event) {
            case AgreementDrafted drafted -> drafted(drafted, rows);
            case AgreementEvent.PartyJoined joined -> party(rows, joined.agreement(), joined.body(), joined.role());
            case AgreementEvent.PartyLeft left -> party(rows, left.agreement(), left.body(), null);
            case AgreementEvent.ResponsibleAuthorityChanged changed ->
                rows.put(RESPONSIBLE, changed.stream(), changed.agreement(), changed.to());
            case AgreementEvent.AgreementSigned signed ->
                rows.put(SIGNATURE, signed.stream(), signed.agreement(), signed.topTierMembers());
            case AgreementEvent.TargetDesignated designated ->
                designation(rows, designated.agreement(), designated.target(), true);
            case AgreementEvent.DesignationRevoked revoked ->
                designation(rows, revoked.agreement(), revoked.target(), false);
        }
    }

    private static void drafted(AgreementDrafted drafted, Rows rows) {
        FrameworkRules rules = drafted.rules();
        rows.add(
                AGREEMENT,
                drafted.stream(),
                drafted.agreement(),
                drafted.kind(),
                drafted.title(),
                rules.edition(),
                rules.designatedTargetsMax(),
                rules.milestoneIntervalMonthsMax(),
                rules.topTierMembersMin(),
                rules.designationWindowMonths(),
                rules.localChangeLockMonths(),
                rules.amberTolerance(),
                drafted.from(),
                drafted.to(),
                drafted.area(),
                drafted.governmentOffice());
        rows.add(RESPONSIBLE, drafted.stream(), drafted.agreement(), drafted.responsibleAuthority());
        // A body named in both lists is a member: members come last.
        drafted.partners().forEach(body -> party(rows, drafted.agreement(), body, PartyRole.PARTNER));
        drafted.members().forEach(body -> party(rows, drafted.agreement(), body, PartyRole.MEMBER));
    }

    private static void party(Rows rows, AgreementId agreement, BodyId body, @Nullable PartyRole role) {
        rows.put(PARTY, agreement + "~" + body, agreement, body, role);
    }

    private static void designation(Rows rows, AgreementId agreement, TargetId target, boolean designated) {
        rows.put(DESIGNATION, target.toString(), agreement, target, designated);
    }
}
