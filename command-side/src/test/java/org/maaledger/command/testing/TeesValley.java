package org.maaledger.command.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.config.FrameworkFiles;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.decision.FreeText;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementDrafted;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementSigned;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** The bodies and the story that the specifications tell of: a multi-area agreement of 2008, drafted in May and signed on 30 June. */
public final class TeesValley {

    public static final AgreementId AGREEMENT = AgreementId.of("0a6c4e52-6d6b-4a9e-9d43-3a1a4e1f0001");
    public static final TargetId TARGET = TargetId.of("7b1f2d2e-98d1-4b62-8a53-5f3b2c9d0001");
    public static final BodyId HARTLEPOOL = new BodyId("E06000001");
    public static final BodyId MIDDLESBROUGH = new BodyId("E06000002");
    public static final BodyId STOCKTON = new BodyId("E06000004");
    public static final BodyId DURHAM = new BodyId("ons2009:20");
    public static final BodyId SEDGEFIELD = new BodyId("ons2009:20UG");
    public static final BodyId POLICE = new BodyId("police:cleveland");
    public static final BodyId GOVERNMENT_OFFICE = new BodyId("go:north-east");
    public static final AreaCode AREA = new AreaCode("maa:tees-valley");
    public static final IndicatorCode HOMES = new IndicatorCode("ni:154");
    public static final SourceRef SOURCE = new SourceRef("National Indicators 2008", null, null);
    public static final FrameworkRules RULES =
            FrameworkFiles.shipped().named("laa-maa-2008").orElseThrow();

    private TeesValley() {}

    public static Actor officer(BodyId body) {
        return actor(body, Office.AUTHORITY_OFFICER);
    }

    public static Actor partner(BodyId body) {
        return actor(body, Office.PARTNER);
    }

    public static Actor governmentOffice() {
        return actor(GOVERNMENT_OFFICE, Office.GOVERNMENT_OFFICE);
    }

    public static Actor minister() {
        return actor(new BodyId("dept:clg"), Office.MINISTER);
    }

    public static Actor actor(BodyId body, Office office) {
        return new Actor(new ActorId(new UUID(body.hashCode(), office.name().hashCode())), body, office);
    }

    public static FreeText text(String text) {
        return new FreeText(text, new byte[32]);
    }

    public static AgreementDrafted drafted(AgreementKind kind, List<BodyId> members, List<BodyId> partners) {
        return new AgreementDrafted(
                AGREEMENT,
                kind,
                text("Tees Valley").ref(),
                RULES,
                LocalDate.parse("2008-04-01"),
                LocalDate.parse("2011-03-31"),
                AREA,
                members.getFirst(),
                GOVERNMENT_OFFICE,
                members,
                partners);
    }

    /** Drafted by Middlesbrough with Stockton, and the police as partner. */
    public static AgreementDrafted drafted() {
        return drafted(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON), List.of(POLICE));
    }

    public static AgreementSigned signed() {
        return new AgreementSigned(AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON));
    }

    public static AreaRegistered authority(BodyId body, Tier tier, @Nullable String from, @Nullable String to) {
        return new AreaRegistered(
                new AreaCode(body.value()),
                new AreaDetails(
                        "Authority " + body,
                        tier == Tier.TOP ? AreaLevel.UNITARY : AreaLevel.NON_METROPOLITAN_DISTRICT,
                        tier,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        from == null ? null : LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to)),
                SOURCE);
    }

    /** A district below the county {@code of}. */
    public static AreaRegistered district(BodyId body, BodyId of) {
        AreaDetails details = authority(body, Tier.LOWER, null, null).details();
        return new AreaRegistered(
                new AreaCode(body.value()),
                new AreaDetails(
                        details.name(),
                        details.level(),
                        Tier.LOWER,
                        null,
                        List.of(new AreaCode(of.value())),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null),
                SOURCE);
    }

    /** The area of the agreement: three authorities. */
    public static AreaRegistered multiArea() {
        return area(AREA, AreaLevel.MULTI_AREA, List.of(), List.of("E06000001", "E06000002", "E06000004"));
    }

    /** A place without an authority, with the places it is part of and those that make it up. */
    public static AreaRegistered area(AreaCode code, AreaLevel level, List<String> parents, List<String> constituents) {
        return new AreaRegistered(
                code,
                new AreaDetails(
                        "Area " + code,
                        level,
                        null,
                        null,
                        parents.stream().map(AreaCode::new).toList(),
                        constituents.stream().map(AreaCode::new).toList(),
                        List.of(),
                        List.of(),
                        null,
                        null),
                SOURCE);
    }

    public static IndicatorRegistered indicator(IndicatorCode code, Polarity polarity, boolean statutory) {
        return new IndicatorRegistered(
                code,
                new IndicatorDefinition(1, "Indicator " + code, "number", polarity, null, null, true),
                statutory,
                SOURCE);
    }

    public static Milestone milestone(int year, String value) {
        return new Milestone(ReportingPeriod.financialYear(year), Quantity.of(value));
    }

    public static TargetProposed proposed(TargetId target, Polarity polarity, TargetKind kind) {
        return new TargetProposed(
                target,
                AGREEMENT,
                kind,
                new SeriesId(HOMES, new AreaCode("E06000002"), GroupCode.ALL),
                1,
                "number",
                polarity,
                List.of(MIDDLESBROUGH, POLICE),
                MIDDLESBROUGH,
                milestone(2010, "900"));
    }

    /** The usual target, but for whom it concerns and what is offered. */
    public static TargetProposed proposed(List<BodyId> relatesTo, BodyId by, Milestone offer) {
        TargetProposed usual = proposed();
        return new TargetProposed(
                usual.target(),
                usual.agreement(),
                usual.kind(),
                usual.series(),
                usual.definitionVersion(),
                usual.unit(),
                usual.polarity(),
                relatesTo,
                by,
                offer);
    }

    public static TargetProposed proposed() {
        return proposed(TARGET, Polarity.HIGHER_IS_BETTER, TargetKind.LOCAL_IMPROVEMENT);
    }

    /** The three milestones to 900 homes. */
    public static List<Milestone> milestones() {
        return List.of(milestone(2008, "700"), milestone(2009, "800"), milestone(2010, "900"));
    }

    /** The authorities of Tees Valley, its area, and the indicator of homes. */
    public static List<Dated> referenceData() {
        List<Dated> story = new ArrayList<>();
        for (BodyId body : List.of(HARTLEPOOL, MIDDLESBROUGH, STOCKTON)) {
            add(story, "2008-01-01", authority(body, Tier.TOP, null, null));
        }
        add(story, "2008-01-01", multiArea());
        add(story, "2008-01-01", indicator(HOMES, Polarity.HIGHER_IS_BETTER, false));
        return story;
    }

    /** The same, and the draft of 1 May 2008. */
    public static List<Dated> draft() {
        List<Dated> story = referenceData();
        add(story, "2008-05-01", drafted());
        return story;
    }

    /** A target proposed on 2 May, to which all have consented by 20 May, with its baseline. */
    public static List<Dated> consented() {
        List<Dated> story = draft();
        add(story, "2008-05-02", proposed());
        add(story, "2008-05-10", new ConsentGiven(TARGET, 1, POLICE));
        add(story, "2008-05-20", new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE));
        add(story, "2008-05-03", new BaselineSet(TARGET, milestone(2007, "600"), SOURCE));
        return story;
    }

    /** The same, its trajectory agreed on 1 June. */
    public static List<Dated> agreed() {
        List<Dated> story = consented();
        add(story, "2008-06-01", new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "600"), milestones())));
        return story;
    }

    /** The same, the agreement signed on 30 June. */
    public static List<Dated> inForce() {
        List<Dated> story = agreed();
        add(story, "2008-06-30", signed());
        return story;
    }

    private static void add(List<Dated> story, String date, LedgerEvent... events) {
        for (LedgerEvent event : events) {
            story.add(new Dated(event, LocalDate.parse(date)));
        }
    }
}
