package org.maaledger.command.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.AgreementEnded;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.DraftReaders;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * What an agreement says of itself.
 *
 * @param draftedOn the date of the draft
 * @param area what it covers
 * @param responsibleSince the date from which the responsible authority is the accountable body
 * @param parties members and partners, each with its role and the date it joined
 * @param departed when each body left that was a party once
 */
public record Terms(
        AgreementId id,
        AgreementKind kind,
        FrameworkRules rules,
        LocalDate from,
        LocalDate to,
        LocalDate draftedOn,
        AreaCode area,
        BodyId responsibleAuthority,
        LocalDate responsibleSince,
        BodyId governmentOffice,
        Map<BodyId, Party> parties,
        Map<BodyId, LocalDate> departed) {

    /** A party, as what and since when. */
    public record Party(PartyRole role, LocalDate since) {}

    public Terms {
        parties = Map.copyOf(parties);
        departed = Map.copyOf(departed);
    }

    /** Whether {@code body} is a member or partner. */
    public boolean hasParty(BodyId body) {
        return parties.containsKey(body);
    }

    /** Whether {@code body} is a member. */
    public boolean hasMember(BodyId body) {
        Party party = parties.get(body);
        return party != null && party.role() == PartyRole.MEMBER;
    }

    /** The members, in the order of their codes. */
    public List<BodyId> members() {
        return parties.keySet().stream()
                .filter(this::hasMember)
                .sorted(Comparator.comparing(BodyId::value))
                .toList();
    }

    /** Whether the act is one of a party: an authority's officer or a partner, each for its own body. */
    public boolean isOfParty(Act act) {
        Party party = parties.get(act.body());
        return party != null && act.in(officeOf(party.role()));
    }

    /** Whether the act is one of the responsible authority. */
    public boolean isOfResponsibleAuthority(Act act) {
        return act.in(Office.AUTHORITY_OFFICER) && act.body().equals(responsibleAuthority);
    }

    /** Whether the act is one of the agreement's own Government Office. */
    public boolean isOfGovernmentOffice(Act act) {
        return act.in(Office.GOVERNMENT_OFFICE) && act.body().equals(governmentOffice);
    }

    /** Whether a draft is seen by whoever acts. */
    boolean showsDraftTo(Act act) {
        return DraftReaders.include(act.actor(), governmentOffice, hasParty(act.body()));
    }

    /** The date of the last change of the parties or of the responsible authority. */
    LocalDate partiesSettledOn() {
        return Stream.concat(parties.values().stream().map(Party::since), departed.values().stream())
                .reduce(responsibleSince, Terms::later);
    }

    /** The refusal of an act that is dated after the agreement; null if it is not. */
    @Nullable Refusal endedBefore(Act act) {
        return act.on().isAfter(to) ? new AgreementEnded(to, act.on()) : null;
    }

    /** The later of two dates. */
    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static Office officeOf(PartyRole role) {
        return switch (role) {
            case MEMBER -> Office.AUTHORITY_OFFICER;
            case PARTNER -> Office.PARTNER;
        };
    }

    Terms joinedBy(BodyId body, Party party) {
        Map<BodyId, Party> more = new HashMap<>(parties);
        more.put(body, party);
        return new Terms(
                id,
                kind,
                rules,
                from,
                to,
                draftedOn,
                area,
                responsibleAuthority,
                responsibleSince,
                governmentOffice,
                more,
                departed);
    }

    Terms leftBy(BodyId body, LocalDate on) {
        Map<BodyId, Party> fewer = new HashMap<>(parties);
        fewer.remove(body);
        Map<BodyId, LocalDate> gone = new HashMap<>(departed);
        gone.merge(body, on, Terms::later);
        return new Terms(
                id,
                kind,
                rules,
                from,
                to,
                draftedOn,
                area,
                responsibleAuthority,
                responsibleSince,
                governmentOffice,
                fewer,
                gone);
    }

    Terms ledBy(BodyId body, LocalDate since) {
        return new Terms(id, kind, rules, from, to, draftedOn, area, body, since, governmentOffice, parties, departed);
    }
}
