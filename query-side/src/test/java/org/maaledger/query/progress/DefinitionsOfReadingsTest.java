package org.maaledger.query.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRedefined;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;

/** Aim: readings of two definitions are never taken for each other. Method: a series whose indicator was redefined in between. */
class DefinitionsOfReadingsTest {

    private static final SeriesId SERIES = SeriesId.of("ni:130~E06000001~all");
    private static final IndicatorCode INDICATOR = new IndicatorCode("ni:130");

    private static void tell(QueryLedger ledger, String laterUnit) {
        ledger.record(
                Things.OPERATOR,
                LocalDate.of(2008, 4, 1),
                new IndicatorRegistered(INDICATOR, definition(1, "%"), false, Things.SOURCE));
        ledger.record(
                Things.OFFICER,
                LocalDate.of(2008, 6, 1),
                Things.drafted(TeesValley.AGREEMENT),
                Things.proposed(TeesValley.TARGET, TeesValley.AGREEMENT, SERIES),
                new BaselineSet(TeesValley.TARGET, TeesValley.milestone(2007, "5"), Things.SOURCE),
                new TrajectoryAgreed(TeesValley.TARGET, TeesValley.trajectory(1, "5.5", "6", "7")));
        ledger.record(
                Things.OPERATOR,
                LocalDate.of(2009, 4, 1),
                new IndicatorRedefined(INDICATOR, definition(2, laterUnit), LocalDate.of(2009, 4, 1), Things.SOURCE));
        ledger.record(
                Things.OFFICER,
                LocalDate.of(2011, 6, 1),
                new SeriesOpened(SERIES, 1, "%"),
                recorded(2008, null),
                recorded(2009, 2),
                recorded(2010, 2),
                new ReadingCorrected(
                        SERIES,
                        ReportingPeriod.financialYear(2010),
                        Vintage.FINAL,
                        Observation.Measured.of("7"),
                        3,
                        null,
                        Things.SOURCE,
                        2));
        ledger.await();
    }

    private static List<Reading> readings(QueryLedger ledger, Asked asked) {
        return ledger.part(Progress.class)
                .readings(asked, SERIES.toString(), new Paged("", 500))
                .content()
                .items();
    }

    @Test
    void a_reading_follows_the_definition_of_its_series_unless_it_says_otherwise_and_is_in_its_unit() {
        try (QueryLedger ledger = QueryLedger.create()) {
            tell(ledger, "per 1,000 people");
            assertThat(readings(ledger, Asked.NOW))
                    .extracting(Reading::definitionVersion, Reading::unit)
                    .containsExactly(tuple(1, "%"), tuple(2, "per 1,000 people"), tuple(2, "per 1,000 people"));
        }
    }

    @Test
    void a_target_is_judged_by_readings_of_its_own_definition_only() {
        try (QueryLedger ledger = QueryLedger.create()) {
            tell(ledger, "per 1,000 people");
            TargetStanding standing = ledger.part(Progress.class)
                    .ofTarget(Asked.NOW, TeesValley.TARGET, Things.INSPECTOR)
                    .content()
                    .progress();
            assertThat(standing.judgements())
                    .extracting(Judgement::period, Judgement::ground)
                    .containsExactly(
                            tuple(ReportingPeriod.financialYear(2008), null),
                            tuple(ReportingPeriod.financialYear(2009), Ground.OTHER_DEFINITION),
                            tuple(ReportingPeriod.financialYear(2010), Ground.OTHER_DEFINITION));
            assertThat(standing.period()).isEqualTo(ReportingPeriod.financialYear(2008));
            assertThat(standing.standing()).isEqualTo(Standing.AMBER);
        }
    }

    @Test
    void where_the_definition_could_not_be_applied_no_unit_is_guessed_and_the_answer_is_incomplete() {
        try (QueryLedger ledger = QueryLedger.create()) {
            tell(ledger, "per 1,000 people");
            ledger.sql()
                    .sql("delete from q_reference_1.definition where version = 2")
                    .update();
            ledger.sql().sql("""
                            insert into query.dead_letter (projection, generation, stream, position, event_name, cause)
                            values ('reference', 1, ?, 6, 'indicator-redefined', 'as if it could not be applied')""").param(IndicatorEvent.streamOf(INDICATOR)).update();
            Answer<?> answer = ledger.part(Progress.class).readings(Asked.NOW, SERIES.toString(), new Paged("", 500));
            assertThat(answer.incomplete()).isTrue();
            assertThat(readings(ledger, Asked.NOW)).extracting(Reading::unit).containsExactly("%", null, null);
        }
    }

    private static IndicatorDefinition definition(int version, String unit) {
        return new IndicatorDefinition(version, "The title", unit, Polarity.HIGHER_IS_BETTER, null, 1, true);
    }

    private static ReadingRecorded recorded(int year, @Nullable Integer definitionVersion) {
        return new ReadingRecorded(
                SERIES,
                ReportingPeriod.financialYear(year),
                Vintage.FINAL,
                Observation.Measured.of("5.3"),
                Things.SOURCE,
                definitionVersion);
    }
}
