package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.command.importing.Mapping.PeriodRules;
import org.maaledger.command.importing.PeriodCells.Dated;
import org.maaledger.kernel.reading.Vintage;

/** Aim: every label of the Department for Education's file means one period, by declared rules. Method: each form, each kind of year. */
class YearLabelsTest {

    private static final PeriodRules RULES =
            new Mappings().named("lait").orElseThrow().periods();

    private static Dated read(String label, String kind) {
        return new PeriodCells(RULES, MemoryLedger.TODAY).read(label, kind);
    }

    @ParameterizedTest
    @CsvSource({
        "2015/16, Academic Year, 2015-09-01/P1Y, UNSTATED",
        "2023, Academic Year, 2022-09-01/P1Y, UNSTATED",
        "2016-17, Financial Year, 2016-04-01/P1Y, UNSTATED",
        "2016-17 (OT), Financial Year, 2016-04-01/P1Y, FINAL",
        "2023, Financial Year, 2022-04-01/P1Y, UNSTATED",
        "2014-16, Calendar Year, 2014-01-01/P3Y, UNSTATED",
        "2016, Calendar Year, 2016-01-01/P1Y, UNSTATED",
        "2013/14-15/16, Financial Year, 2013-04-01/P3Y, UNSTATED",
        "2018 (Rev), Academic Year, 2017-09-01/P1Y, REVISED",
        "2020 (Final), Academic Year, 2019-09-01/P1Y, FINAL",
        "2025 (prov), Academic Year, 2024-09-01/P1Y, PROVISIONAL",
        "2025-26, Financial Year, 2025-04-01/P1Y, UNSTATED",
        "1999-00, Financial Year, 1999-04-01/P1Y, UNSTATED",
        "2024, Annual, 2024-03-31, UNSTATED",
        "2024, Annual - January, 2024-01-01/P1M, UNSTATED",
        "2024, Annual (end of Sept), 2024-09-30, UNSTATED"
    })
    void a_label_is_a_period_by_the_kind_of_year(String label, String kind, String period, Vintage vintage) {
        Dated dated = read(label, kind);
        assertThat(dated.broken()).isNull();
        assertThat(dated.period()).hasToString(period);
        assertThat(dated.vintage()).isEqualTo(vintage);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Academic Year, PERIOD_UNREADABLE",
        "'', Academic Year, PERIOD_UNREADABLE",
        "2023 (draft), Academic Year, PERIOD_UNREADABLE",
        "23, Financial Year, PERIOD_UNREADABLE",
        "2015/17, Academic Year, PERIOD_UNFIT",
        "2015/16, Calendar Year, PERIOD_UNFIT",
        "2013/14-15/17, Financial Year, PERIOD_UNFIT",
        "2013/14-15/16, Calendar Year, PERIOD_UNFIT",
        "2014-90, Calendar Year, PERIOD_UNFIT",
        "2014-16, Annual, PERIOD_UNFIT",
        "2014, Leap Year, PERIOD_UNFIT",
        "2031, Calendar Year, PERIOD_IN_THE_FUTURE",
        "9999, Calendar Year, PERIOD_UNREADABLE"
    })
    void any_other_label_breaks_a_rule(String label, String kind, ImportRule rule) {
        assertThat(read(label, kind).broken()).isEqualTo(rule);
    }

    @Test
    void a_period_has_begun_on_its_first_day() {
        PeriodCells cells = new PeriodCells(RULES, LocalDate.of(2025, 9, 1));
        assertThat(cells.read("2026", "Academic Year").broken()).isNull();
        PeriodCells before = new PeriodCells(RULES, LocalDate.of(2025, 8, 31));
        assertThat(before.read("2026", "Academic Year").broken()).isEqualTo(ImportRule.PERIOD_IN_THE_FUTURE);
    }

    @Test
    void a_label_without_a_kind_of_year_cannot_be_read() {
        assertThatThrownBy(() -> YearLabels.read("0", new Mapping.YearKind("09-01", 12, true)))
                .isInstanceOf(YearLabels.Unreadable.class);
    }
}
