package org.maaledger.query.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;

/**
 * An agreement as it stands.
 *
 * @param version how many events it has: the ETag that a change of it must name
 * @param title the text, absent where it was erased
 * @param from the first day of its period
 * @param to the last day of its period
 * @param parties members and partners, in the order of their ids
 * @param signedOn the day it was signed, absent while it is drafted
 * @param topTierMembers the members that were top-tier authorities when it was signed
 * @param designatedTargets how many of its targets are designated, those withdrawn left out
 * @param targets how many targets were proposed in it, those withdrawn included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementEntry(
        AgreementId id,
        long version,
        AgreementKind kind,
        AgreementStatus status,
        @Nullable String title,
        TextRef titleRef,
        FrameworkRules rules,
        LocalDate from,
        LocalDate to,
        AreaCode area,
        BodyId responsibleAuthority,
        BodyId governmentOffice,
        List<Party> parties,
        LocalDate draftedOn,
        @Nullable LocalDate signedOn,
        List<BodyId> topTierMembers,
        int designatedTargets,
        int targets) {

    /**
     * A party of an agreement.
     *
     * @param since the day it became one in this role
     */
    public record Party(BodyId body, PartyRole role, LocalDate since) {}

    public AgreementEntry {
        parties = List.copyOf(parties);
        topTierMembers = List.copyOf(topTierMembers);
    }
}
