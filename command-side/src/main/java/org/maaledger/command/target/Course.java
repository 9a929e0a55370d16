package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.Terms;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Months;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.command.target.RenegotiationRefusal.ClosedPeriodChanged;
import org.maaledger.command.target.StartRefusal.BaselineNotBeforeTarget;
import org.maaledger.command.target.TrajectoryRefusal.BaselineMissing;
import org.maaledger.command.target.TrajectoryRefusal.ConsentsMissing;
import org.maaledger.command.target.TrajectoryRefusal.CourseGoesBack;
import org.maaledger.command.target.TrajectoryRefusal.DirectionAgainstPolarity;
import org.maaledger.command.target.TrajectoryRefusal.GapOverdue;
import org.maaledger.command.target.TrajectoryRefusal.LastMilestoneNotOffer;
import org.maaledger.command.target.TrajectoryRefusal.MilestoneOutsidePeriod;
import org.maaledger.command.target.TrajectoryRefusal.MilestonesOutOfOrder;
import org.maaledger.command.target.TrajectoryRefusal.MilestonesTooFarApart;
import org.maaledger.command.target.TrajectoryRefusal.NotAgreer;
import org.maaledger.command.target.TrajectoryRefusal.TargetRelatesToNobody;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.Trajectory;

/** Decisions on a trajectory, and the rules that every trajectory keeps, agreed or renegotiated. */
final class Course {

    private Course() {}

    static Decision<TargetEvent> agree(
            Target.Negotiating target, TargetCommand.AgreeTrajectory agree, Setting setting, Consulted consulted) {
        List<Milestone> milestones = agree.milestones();
        Milestone offer = target.offer().milestone();
        Milestone baseline = target.start().baseline();
        Polarity polarity = target.proposal().polarity();
        FreeText explanation = agree.explanation();
        LocalDate begin = later(setting.terms().from(), setting.act().on());
        Refusal refusal = Rule.first(
                () -> againstAgreeing(target, setting),
                () -> milestones.getLast().equals(offer)
                        ? null
                        : new LastMilestoneNotOffer(milestones.getLast(), offer),
                () -> against(milestones, withinYear(begin, setting.terms()), setting.terms()),
                () -> againstMeasuring(target.proposal(), List.of(), milestones, setting, consulted),
                () -> againstDirection(polarity, baseline, milestones),
                () -> explanation == null ? againstGoingBack(polarity, baseline, milestones) : null);
        return Decision.unless(
                refusal,
                () -> new TargetEvent.TrajectoryAgreed(
                        target.proposal().target(),
                        new Trajectory(1, baseline, milestones),
                        explanation == null ? null : explanation.ref()));
    }

    private static @Nullable Refusal againstAgreeing(Target.Negotiating target, Setting setting) {
        boolean agreer = setting.byGovernmentOffice() || setting.byResponsibleAuthority();
        return Rule.first(
                () -> agreer ? null : new NotAgreer(setting.act().body()),
                () -> setting.untimely(
                        "the consents to the offer",
                        target.answers().lastConsent(target.offer().on())),
                () -> againstConsents(target, setting),
                () -> againstStart(target.start(), setting.act().on()));
    }

    /** All must have consented to the current offer, and somebody must be left whom it concerns. */
    private static @Nullable Refusal againstConsents(Target.Negotiating target, Setting setting) {
        Target.Proposal proposal = target.proposal();
        if (setting.concerned(proposal).isEmpty()) {
            return new TargetRelatesToNobody(proposal.relatesTo());
        }
        List<BodyId> missing = target.answers().missing(setting.consentsNeeded(proposal));
        return missing.isEmpty() ? null : new ConsentsMissing(missing);
    }

    /** The course must begin somewhere, or it is agreed by when it will. */
    private static @Nullable Refusal againstStart(Target.Start start, LocalDate on) {
        LocalDate fillBy = start.fillBy();
        if (start.baseline() != null) {
            return null;
        } else if (fillBy == null) {
            return new BaselineMissing();
        }
        return fillBy.isBefore(on) ? new GapOverdue(fillBy) : null;
    }

    /**
     * What stands against milestones: they follow each other in time, lie within the agreement's period, and none is further from
     * the one before than the edition allows.
     *
     * @param firstBy the last day by which the first milestone must end
     */
    static @Nullable Refusal against(List<Milestone> milestones, LocalDate firstBy, Terms terms) {
        LocalDate before = null;
        for (int i = 0; i < milestones.size(); i++) {
            LocalDate end = milestones.get(i).period().lastDay();
            if (before != null && !end.isAfter(before)) {
                return new MilestonesOutOfOrder(i, before, end);
            } else if (end.isBefore(terms.from()) || end.isAfter(terms.to())) {
                return new MilestoneOutsidePeriod(i, end, terms.from(), terms.to());
            }
            LocalDate by = before == null ? firstBy : withinYear(before.plusDays(1), terms);
            if (end.isAfter(by)) {
                return new MilestonesTooFarApart(i, end, by, terms.rules().milestoneIntervalMonthsMax());
            }
            before = end;
        }
        return null;
    }

    /** The last day of the longest interval between milestones that begins on {@code begin}. */
    static LocalDate withinYear(LocalDate begin, Terms terms) {
        return Months.lastDay(begin, terms.rules().milestoneIntervalMonthsMax());
    }

    /**
     * The target must be better than the baseline, and follow it. While the baseline is a gap, the first milestone stands in for it,
     * and the target must not be worse than that. Where the better direction is not plain, none is asked for.
     */
    static @Nullable Refusal againstDirection(
            Polarity polarity, @Nullable Milestone baseline, List<Milestone> milestones) {
        Milestone first = milestones.getFirst();
        Milestone target = milestones.getLast();
        if (baseline == null) {
            return isWorse(polarity, target, first)
                    ? new DirectionAgainstPolarity(polarity, first.value(), target.value())
                    : null;
        } else if (!endsBefore(baseline, first)) {
            return new BaselineNotBeforeTarget(baseline.period(), first.period(), "/milestones/0");
        }
        return improves(polarity, baseline, target)
                ? null
                : new DirectionAgainstPolarity(polarity, baseline.value(), target.value());
    }

    /** What was agreed for a period that is over may be told again or left out, and not changed: it was judged by that. */
    static @Nullable Refusal againstClosed(Trajectory inForce, List<Milestone> milestones, LocalDate on) {
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            if (milestone.period().lastDay().isBefore(on)
                    && !inForce.milestones().contains(milestone)) {
                return new ClosedPeriodChanged(i, milestone, on);
            }
        }
        return null;
    }

    /**
     * What is agreed anew is for periods that begin while the indicator is collected, by what was decided on the date of the act.
     *
     * @param before the milestones that are agreed already
     */
    static @Nullable Refusal againstMeasuring(
            Target.Proposal proposal,
            List<Milestone> before,
            List<Milestone> milestones,
            Setting setting,
            Consulted consulted) {
        IndicatorStanding indicator = IndicatorStanding.of(proposal.indicator(), consulted);
        Refusal refusal = null;
        for (int i = 0; i < milestones.size() && refusal == null; i++) {
            Milestone milestone = milestones.get(i);
            if (!before.contains(milestone)) {
                String pointer = "/milestones/%d/period".formatted(i);
                refusal = indicator.againstMeasuring(
                        proposal.indicator(),
                        milestone.period().start(),
                        setting.act().on(),
                        pointer);
            }
        }
        return refusal;
    }

    /** A milestone that is worse than the point before it needs an explanation, which a renegotiation always has. */
    private static @Nullable Refusal againstGoingBack(
            Polarity polarity, @Nullable Milestone baseline, List<Milestone> milestones) {
        Milestone before = baseline;
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            if (before != null && isWorse(polarity, milestone, before)) {
                return new CourseGoesBack(i, before, milestone);
            }
            before = milestone;
        }
        return null;
    }

    /** Whether {@code to} is better than {@code from}, or no direction is the better one. */
    static boolean improves(Polarity polarity, Milestone from, Milestone to) {
        return polarity == Polarity.NOT_PLAIN || isWorse(polarity, from, to);
    }

    static boolean endsBefore(Milestone one, Milestone other) {
        return one.period().lastDay().isBefore(other.period().lastDay());
    }

    private static boolean isWorse(Polarity polarity, Milestone one, Milestone other) {
        int change = one.value().compareTo(other.value());
        return switch (polarity) {
            case HIGHER_IS_BETTER -> change < 0;
            case LOWER_IS_BETTER -> change > 0;
            case NOT_PLAIN -> false;
        };
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
