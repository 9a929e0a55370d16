package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.AgreementUnknown;
import org.maaledger.command.agreement.Terms;
import org.maaledger.command.area.Places;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.command.target.OfferRefusal.AreaOutsideAgreement;
import org.maaledger.command.target.OfferRefusal.AreaUnknown;
import org.maaledger.command.target.OfferRefusal.BodyNotParty;
import org.maaledger.command.target.OfferRefusal.ConsentAlreadyGiven;
import org.maaledger.command.target.OfferRefusal.IndicatorUnknown;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.command.target.OfferRefusal.NotParty;
import org.maaledger.command.target.OfferRefusal.OfferOutsidePeriod;
import org.maaledger.command.target.OfferRefusal.OfferSuperseded;
import org.maaledger.command.target.OfferRefusal.OfferUnchanged;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetKind;

/** Decisions on offers and consents. */
final class Negotiation {

    private Negotiation() {}

    static Decision<TargetEvent> propose(TargetCommand.ProposeTarget propose, Consulted consulted, Act act) {
        Setting setting = Setting.of(propose.agreementId(), propose.targetId(), consulted, act);
        if (setting == null) {
            return Decision.refuse(new AgreementUnknown(propose.agreementId()));
        } else if (!setting.terms().isOfParty(act) && !setting.byGovernmentOffice()) {
            return Decision.refuse(new NotParty(act.body()));
        }
        Refusal refusal = Rule.first(
                () -> againstPeriod(propose.offer(), setting.terms()),
                () -> againstRelatingTo(propose.relatesTo(), setting),
                () -> setting.untimely(
                        "the draft of the agreement", setting.terms().draftedOn()));
        return refusal == null ? measured(propose, setting, consulted) : Decision.refuse(refusal);
    }

    /** A target relates to parties that have joined by then. */
    private static @Nullable Refusal againstRelatingTo(List<BodyId> bodies, Setting setting) {
        for (BodyId body : bodies) {
            Refusal refusal = setting.terms().hasParty(body) ? setting.beforeJoining(body) : new BodyNotParty(body);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** The target, bound to what its indicator means on the date of the act. */
    private static Decision<TargetEvent> measured(
            TargetCommand.ProposeTarget propose, Setting setting, Consulted consulted) {
        Act act = setting.act();
        IndicatorStanding indicator = IndicatorStanding.of(propose.indicator(), consulted);
        IndicatorDefinition definition = indicator.definitionOn(act.on());
        if (definition == null) {
            return Decision.refuse(new IndicatorUnknown(propose.indicator()));
        }
        Refusal refusal = Rule.first(
                () -> indicator.againstMeasuring(
                        propose.indicator(), measuredFrom(propose.offer(), act), act.on(), "/indicator"),
                () -> againstPlace(propose.area(), setting.terms().area(), new Places(consulted)));
        GroupCode group = Objects.requireNonNullElse(propose.group(), GroupCode.ALL);
        return Decision.unless(
                refusal,
                () -> new TargetEvent.TargetProposed(
                        propose.targetId(),
                        propose.agreementId(),
                        indicator.statutory() ? TargetKind.STATUTORY : TargetKind.LOCAL_IMPROVEMENT,
                        new SeriesId(propose.indicator(), propose.area(), group),
                        definition.version(),
                        definition.unit(),
                        definition.polarity(),
                        propose.relatesTo(),
                        act.body(),
                        propose.offer()));
    }

    /** The place of a target lies in that of its agreement. */
    private static @Nullable Refusal againstPlace(AreaCode area, AreaCode ofAgreement, Places places) {
        if (!places.isKnown(area)) {
            return new AreaUnknown(area);
        }
        return places.lies(area, ofAgreement) ? null : new AreaOutsideAgreement(area, ofAgreement);
    }

    static Decision<TargetEvent> counter(
            Target.Negotiating target, TargetCommand.CounterPropose counter, Setting setting, Consulted consulted) {
        Target.Proposal proposal = target.proposal();
        Target.Offer offer = target.offer();
        IndicatorCode indicator = proposal.indicator();
        Refusal refusal = Rule.first(
                () -> setting.againstStranger(proposal),
                () -> againstPeriod(counter.offer(), setting.terms()),
                () -> counter.offer().equals(offer.milestone()) ? new OfferUnchanged(offer.number()) : null,
                () -> setting.untimely(
                        "the offer before or an answer to it", target.answers().last(offer.on())),
                () -> IndicatorStanding.of(indicator, consulted)
                        .againstMeasuring(
                                indicator,
                                measuredFrom(counter.offer(), setting.act()),
                                setting.act().on(),
                                "/offer/period"));
        return Decision.unless(
                refusal,
                () -> new TargetEvent.TargetCounterProposed(
                        proposal.target(),
                        offer.number() + 1,
                        counter.offer(),
                        setting.act().body()));
    }

    static Decision<TargetEvent> consent(
            Target.Negotiating target, TargetCommand.ConsentToTarget consent, Setting setting) {
        BodyId body = setting.act().body();
        int number = consent.offerNumber();
        Refusal refusal = Rule.first(
                () -> against(target, number, setting),
                () -> target.answers().isConsent(body) ? new ConsentAlreadyGiven(body, number) : null);
        return Decision.unless(
                refusal, () -> new TargetEvent.ConsentGiven(target.proposal().target(), number, body));
    }

    static Decision<TargetEvent> withhold(
            Target.Negotiating target, TargetCommand.WithholdConsent withhold, Setting setting) {
        Refusal refusal = against(target, withhold.offerNumber(), setting);
        FreeText reason = withhold.reason();
        return Decision.unless(
                refusal,
                () -> new TargetEvent.ConsentWithheld(
                        target.proposal().target(),
                        withhold.offerNumber(),
                        setting.act().body(),
                        reason == null ? null : reason.ref()));
    }

    /** What stands against an answer to an offer: only whose consent is needed answers, and only the offer on the table. */
    private static @Nullable Refusal against(Target.Negotiating target, int offerNumber, Setting setting) {
        if (!setting.byConcerned(target.proposal()) && !setting.byGovernmentOffice()) {
            return new NotConcerned(setting.act().body(), target.proposal().target());
        } else if (offerNumber != target.offer().number()) {
            return new OfferSuperseded(offerNumber, target.offer().number());
        }
        return setting.untimely(
                "the offer or the body's own last answer",
                target.answers().lastOf(setting.act().body(), target.offer().on()));
    }

    /** An offer is to be reached within the agreement's period. */
    private static @Nullable Refusal againstPeriod(Milestone offer, Terms terms) {
        boolean within = !offer.period().lastDay().isBefore(terms.from())
                && !offer.period().lastDay().isAfter(terms.to());
        return within ? null : new OfferOutsidePeriod(offer.period(), terms.from(), terms.to());
    }

    /** The day on which the indicator of an offer must be collected: that of the offer, and the first one of its period. */
    private static LocalDate measuredFrom(Milestone offer, Act act) {
        return Course.later(act.on(), offer.period().start());
    }
}
