package org.maaledger.command.target;

import java.time.LocalDate;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.target.Target.Agreed;
import org.maaledger.command.target.Target.Change;
import org.maaledger.command.target.Target.Negotiating;
import org.maaledger.command.target.Target.Offer;
import org.maaledger.command.target.Target.Proposal;
import org.maaledger.command.target.Target.Renegotiation;
import org.maaledger.command.target.Target.Start;
import org.maaledger.command.target.Target.Unproposed;
import org.maaledger.command.target.Target.Withdrawn;
import org.maaledger.kernel.target.TargetEvent;

/** How the events of a target become its state. */
public final class TargetHistory {

    /** From nothing on. */
    public static final Fold<Target> FOLD =
            Fold.of("target", new Unproposed(), TargetEvent.class, TargetHistory::after);

    private TargetHistory() {}

    static Target after(Target target, TargetEvent event, LocalDate on) {
        return switch (target) {
            case Unproposed ignored when event instanceof TargetEvent.TargetProposed proposed -> proposed(proposed, on);
            case Negotiating negotiating -> negotiated(negotiating, event, on);
            case Agreed agreed -> agreed(agreed, event, on);
            case Unproposed ignored -> throw corrupt(event);
            case Withdrawn ignored -> throw corrupt(event);
        };
    }

    private static Target proposed(TargetEvent.TargetProposed proposed, LocalDate on) {
        Proposal proposal = new Proposal(
                proposed.target(),
                proposed.agreement(),
                proposed.series().indicator(),
                proposed.kind(),
                proposed.polarity(),
                proposed.relatesTo(),
                proposed.proposedBy(),
                on);
        return new Negotiating(
                proposal,
                new Offer(1, proposed.offer(), on),
                Answers.by(proposed.proposedBy(), on),
                new Start(null, null));
    }

    private static Target negotiated(Negotiating before, TargetEvent event, LocalDate on) {
        Proposal proposal = before.proposal();
        return switch (event) {
            case TargetEvent.TargetCounterProposed counter ->
                new Negotiating(
                        proposal,
                        new Offer(counter.offerNumber(), counter.offer(), on),
                        Answers.by(counter.proposedBy(), on),
                        before.start());
            case TargetEvent.ConsentGiven consent ->
                with(before, before.answers().consented(consent.body(), on));
            case TargetEvent.ConsentWithheld withheld ->
                with(before, before.answers().refused(withheld.body(), on));
            case TargetEvent.BaselineSet set -> with(before, new Start(set.baseline(), null));
            case TargetEvent.BaselineGapDeclared gap -> with(before, new Start(null, gap.fillBy()));
            case TargetEvent.TrajectoryAgreed agreed ->
                new Agreed(proposal, before.start(), agreed.trajectory(), on, 0, null);
            case TargetEvent.TargetWithdrawn ignored -> new Withdrawn(proposal);
            case TargetEvent.TargetProposed misplaced -> throw corrupt(misplaced);
            case TargetEvent.RenegotiationProposed misplaced -> throw corrupt(misplaced);
            case TargetEvent.WithdrawalProposed misplaced -> throw corrupt(misplaced);
            case TargetEvent.RenegotiationConsentGiven misplaced -> throw corrupt(misplaced);
            case TargetEvent.RenegotiationConsentWithheld misplaced -> throw corrupt(misplaced);
            case TargetEvent.RenegotiationApproved misplaced -> throw corrupt(misplaced);
            case TargetEvent.RenegotiationRefused misplaced -> throw corrupt(misplaced);
        };
    }

    private static Target agreed(Agreed before, TargetEvent event, LocalDate on) {
        return switch (event) {
            case TargetEvent.BaselineSet set -> with(before, new Start(set.baseline(), null));
            case TargetEvent.BaselineGapDeclared gap -> with(before, new Start(null, gap.fillBy()));
            case TargetEvent.TargetWithdrawn ignored -> new Withdrawn(before.proposal());
            case TargetEvent.RenegotiationProposed proposed -> with(before, renegotiation(proposed, on));
            case TargetEvent.WithdrawalProposed proposed -> with(before, renegotiation(proposed, on));
            case TargetEvent.RenegotiationConsentGiven consent -> {
                Renegotiation open = open(before, event);
                yield with(before, open.with(open.answers().consented(consent.body(), on)));
            }
            case TargetEvent.RenegotiationConsentWithheld withheld -> {
                Renegotiation open = open(before, event);
                yield with(before, open.with(open.answers().refused(withheld.body(), on)));
            }
            case TargetEvent.RenegotiationApproved approved ->
                new Agreed(before.proposal(), before.start(), approved.trajectory(), on, before.renegotiations(), null);
            case TargetEvent.RenegotiationRefused ignored ->
                new Agreed(
                        before.proposal(),
                        before.start(),
                        before.trajectory(),
                        before.since(),
                        before.renegotiations(),
                        null);
            case TargetEvent.TargetProposed misplaced -> throw corrupt(misplaced);
            case TargetEvent.TargetCounterProposed misplaced -> throw corrupt(misplaced);
            case TargetEvent.ConsentGiven misplaced -> throw corrupt(misplaced);
            case TargetEvent.ConsentWithheld misplaced -> throw corrupt(misplaced);
            case TargetEvent.TrajectoryAgreed misplaced -> throw corrupt(misplaced);
        };
    }

    private static Renegotiation renegotiation(TargetEvent.RenegotiationProposed proposed, LocalDate on) {
        return new Renegotiation(
                proposed.renegotiation(),
                new Change.OfCourse(proposed.trajectory()),
                on,
                proposed.proposedBy(),
                proposed.consentsNeeded(),
                Answers.by(proposed.proposedBy(), on));
    }

    private static Renegotiation renegotiation(TargetEvent.WithdrawalProposed proposed, LocalDate on) {
        return new Renegotiation(
                proposed.renegotiation(),
                new Change.Removal(proposed.reason()),
                on,
                proposed.proposedBy(),
                proposed.consentsNeeded(),
                Answers.by(proposed.proposedBy(), on));
    }

    private static Target with(Negotiating before, Answers answers) {
        return new Negotiating(before.proposal(), before.offer(), answers, before.start());
    }

    private static Target with(Negotiating before, Start start) {
        return new Negotiating(before.proposal(), before.offer(), before.answers(), start);
    }

    private static Target with(Agreed before, Start start) {
        return new Agreed(
                before.proposal(), start, before.trajectory(), before.since(), before.renegotiations(), before.open());
    }

    private static Target with(Agreed before, Renegotiation open) {
        return new Agreed(before.proposal(), before.start(), before.trajectory(), before.since(), open.number(), open);
    }

    private static Renegotiation open(Agreed agreed, TargetEvent event) {
        Renegotiation open = agreed.open();
        if (open == null) {
            throw corrupt(event);
        }
        return open;
    }

    private static CorruptHistory corrupt(TargetEvent misplaced) {
        return new CorruptHistory("target %s cannot have had a %s then"
                .formatted(misplaced.target(), misplaced.getClass().getSimpleName()));
    }
}
