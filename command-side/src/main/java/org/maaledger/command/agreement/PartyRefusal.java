package org.maaledger.command.agreement;

import static org.maaledger.command.decision.Grounds.conflict;
import static org.maaledger.command.decision.Grounds.forbidden;
import static org.maaledger.command.decision.Grounds.unacceptable;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Sources;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.provenance.BodyId;

/** Why an agreement refuses a command for the body that acts or is named in it. */
public sealed interface PartyRefusal extends AgreementRefusal {

    record PartyNamedTwice(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                    "party-named-twice",
                    "%s is named twice among members and partners.".formatted(body),
                    "Name each body once, as member or as partner.",
                    Sources.LEDGER);
        }
    }

    record PartyAlreadyJoined(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "party-already-joined",
                    "%s is a party already.".formatted(body),
                    "Nothing is left to do.",
                    Sources.LEDGER);
        }
    }

    record NotAParty(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "not-a-party",
                    "%s is not a party of the agreement.".formatted(body),
                    "Read the agreement to see its parties.",
                    Sources.LEDGER);
        }
    }

    record MemberUnknown(BodyId body, String pointer) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "member-unknown",
                            "The area register does not know %s, so it cannot be a member.".formatted(body),
                            "Check the code, such as E06000002, let a data provider register its area, or name it as a partner.",
                            Sources.ACT_2009 + ", s.124")
                    .at(pointer);
        }
    }

    record MemberNotAuthority(BodyId body, LocalDate on, String pointer) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "member-not-local-authority",
                            "By the area register, %s is not the code of a local authority that exists on %s or later."
                                    .formatted(body, on),
                            "Name the local authority or its successor; name other bodies as partners.",
                            Sources.ACT_2009 + ", s.124")
                    .at(pointer);
        }
    }

    record MemberOutsideArea(BodyId body, AreaCode area, String pointer) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "member-outside-area",
                            "%s lies outside %s, the agreement's area, and no part of that lies in it."
                                    .formatted(body, area),
                            "Name the area that the members make up, or let the body be a partner; if it lies within, let a data provider complete the area register.",
                            Sources.ACT_2009 + ", ss.121, 132")
                    .at(pointer);
        }
    }

    record LocalAgreementOfAnotherArea(BodyId authority, AreaCode area) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "local-agreement-of-another-area",
                            "A local area agreement of %s is for its own area, not for %s.".formatted(authority, area),
                            "Name the area of the authority, or draft a multi-area agreement.",
                            Sources.ACT_2007 + ", s.106")
                    .at("/area");
        }
    }

    record NotGovernmentOffice(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "not-government-office",
                            "%s is not the code of a Government Office.".formatted(body),
                            "Name the Government Office of the region by its code, such as go:north-east.",
                            Sources.FRAMEWORK_2007)
                    .at("/governmentOffice");
        }
    }

    record GovernmentOfficeAsParty(BodyId body, String pointer) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "government-office-as-party",
                            "%s is the agreement's Government Office, and negotiates with its parties.".formatted(body),
                            "Name it as Government Office only.",
                            Sources.TOOLKIT_2005)
                    .at(pointer);
        }
    }

    record NotOwnBody(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-own-body",
                    "Only %s itself may do this.".formatted(body),
                    "Ask it to, or act for your own body.",
                    Sources.ACT_2009 + ", s.132");
        }
    }

    record NotResponsibleAuthority(BodyId responsibleAuthority) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-responsible-authority",
                    "Only an officer of the responsible authority, %s, may do this.".formatted(responsibleAuthority),
                    "Ask it to.",
                    Sources.ACT_2007 + ", s.106");
        }
    }

    record NotMinister() implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-minister",
                    "Only the Secretary of State may do this.",
                    "Ask the Government Office to put it to Ministers.",
                    Sources.ACT_2007 + ", ss.107, 109");
        }
    }

    record ResponsibleAuthorityNotMember(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                    "responsible-authority-not-member",
                    "The responsible authority must be a member, and %s is not.".formatted(body),
                    "Name it among the members, or choose a member.",
                    Sources.ACT_2009 + ", s.124");
        }
    }

    record ResponsibleAuthorityUnchanged(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "responsible-authority-unchanged",
                    "%s is the responsible authority already.".formatted(body),
                    "Nothing is left to do.",
                    Sources.ACT_2009 + ", s.131");
        }
    }

    record ResponsibleAuthorityCannotLeave(BodyId body) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "responsible-authority-cannot-leave",
                    "%s is the responsible authority, which an agreement always has.".formatted(body),
                    "Change the responsible authority first.",
                    Sources.ACT_2009 + ", s.131");
        }
    }

    record LocalAgreementOfSeveralAuthorities() implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                    "local-agreement-of-several-authorities",
                    "A local area agreement is made by one authority with its partners.",
                    "Name the others as partners, or make it a multi-area agreement.",
                    Sources.ACT_2007 + ", ss.103, 106");
        }
    }

    record TopTierMembersTooFew(int needed, List<BodyId> topTier, LocalDate on) implements PartyRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "top-tier-members-too-few",
                    "The agreement needs %d top-tier authorities among its members on %s; it has %d %s."
                            .formatted(needed, on, topTier.size(), topTier),
                    "Let another top-tier authority join, or check the area register for the date of signing.",
                    Sources.FRAMEWORK_2007);
        }
    }
}
