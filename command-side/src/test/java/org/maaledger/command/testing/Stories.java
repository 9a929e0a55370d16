package org.maaledger.command.testing;

import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.shell.Outcome;
import org.maaledger.command.shell.Submission;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.target.TargetCommand.SetBaseline;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.TargetId;

/** The story of {@link TeesValley}, told to a running node command by command. */
public final class Stories {

    private static final Actor PROVIDER = actor(new BodyId("dept:clg"), Office.DATA_PROVIDER);

    /** The series in which {@link #record} records. */
    public static final SeriesId SERIES = new SeriesId(HOMES, new AreaCode("E06000002"), GroupCode.ALL);

    private Stories() {}

    public static Outcome send(CommandNode node, LedgerCommand command, Actor by, String on) {
        return node.dispatch().send(command, Submission.of(new Act(by, LocalDate.parse(on))));
    }

    /** Areas and the indicator. */
    public static void referenceData(CommandNode node) {
        for (Dated dated : TeesValley.referenceData()) {
            LedgerCommand command = dated.event() instanceof AreaRegistered area
                    ? new AreaCommand.RegisterArea(area.area(), area.details(), area.source(), null)
                    : registering((IndicatorRegistered) dated.event());
            send(node, command, PROVIDER, "2008-01-01");
        }
    }

    private static IndicatorCommand.RegisterIndicator registering(IndicatorRegistered registered) {
        return new IndicatorCommand.RegisterIndicator(
                registered.indicator(), registered.definition(), registered.statutory(), registered.source(), null);
    }

    /** A department records {@code value} for the day that lies {@code day} days after 1 April 2008. */
    public static Outcome record(CommandNode node, int day, String value) {
        return send(
                node,
                new RecordReading(
                        SERIES,
                        ReportingPeriod.on(LocalDate.of(2008, 4, 1).plusDays(day)),
                        Vintage.FINAL,
                        Observation.Measured.of(value),
                        SOURCE,
                        null),
                PROVIDER,
                "2012-01-01");
    }

    public static void draft(CommandNode node) {
        send(node, drafting(AGREEMENT), officer(MIDDLESBROUGH), "2008-05-01");
    }

    /** The draft of the story, under the id {@code id}. */
    public static DraftAgreement drafting(AgreementId id) {
        return drafting(id, AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON), List.of(POLICE));
    }

    /** The same of another kind, or with other parties. */
    public static DraftAgreement drafting(
            AgreementId id, AgreementKind kind, List<BodyId> members, List<BodyId> partners) {
        return new DraftAgreement(
                id,
                kind,
                text("Tees Valley"),
                "laa-maa-2008",
                LocalDate.parse("2008-04-01"),
                LocalDate.parse("2011-03-31"),
                AREA,
                MIDDLESBROUGH,
                GOVERNMENT_OFFICE,
                members,
                partners,
                null);
    }

    public static void sign(CommandNode node) {
        send(node, new SignAgreement(AGREEMENT, null), minister(), "2008-06-30");
    }

    /** This many targets, each with its trajectory agreed on 1 June 2008. */
    public static List<TargetId> agreedTargets(CommandNode node, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    TargetId target = TargetId.of("7b1f2d2e-98d1-4b62-8a53-%012d".formatted(i));
                    send(
                            node,
                            new ProposeTarget(
                                    target,
                                    AGREEMENT,
                                    HOMES,
                                    new AreaCode("E06000002"),
                                    null,
                                    List.of(MIDDLESBROUGH),
                                    milestone(2010, "900"),
                                    null),
                            officer(MIDDLESBROUGH),
                            "2008-05-02");
                    send(node, new ConsentToTarget(target, 1, null), governmentOffice(), "2008-05-10");
                    send(
                            node,
                            new SetBaseline(target, milestone(2007, "600"), SOURCE, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-11");
                    send(node, new AgreeTrajectory(target, milestones(), null, null), governmentOffice(), "2008-06-01");
                    return target;
                })
                .toList();
    }
}
