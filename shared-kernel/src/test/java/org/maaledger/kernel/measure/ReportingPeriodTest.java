package org.maaledger.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aim: every kind of period of the source series has one written form and a last day. Method: examples of each kind. */
class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2008-04-01/P1Y,2008-04-01/P1Y,2009-03-31",
        "2008-04-01/P12M,2008-04-01/P1Y,2009-03-31",
        "2008-04-01/P3M,2008-04-01/P3M,2008-06-30",
        "2014-01-01/P3Y,2014-01-01/P3Y,2016-12-31",
        "2020-01-01/P5Y,2020-01-01/P5Y,2024-12-31",
        "2015-11-16/P1Y,2015-11-16/P1Y,2016-11-15",
        "2008-02-29/P1Y6M,2008-02-29/P18M,2009-08-28",
        "2025-04-30,2025-04-30,2025-04-30"
    })
    void has_one_written_form_and_a_last_day(String typed, String written, LocalDate lastDay) {
        assertThat(ReportingPeriod.of(typed)).hasToString(written);
        assertThat(ReportingPeriod.of(typed).lastDay()).isEqualTo(lastDay);
    }

    @Test
    void is_named_by_the_year_it_begins_in() {
        assertThat(ReportingPeriod.financialYear(2008)).hasToString("2008-04-01/P1Y");
        assertThat(ReportingPeriod.academicYear(2008)).hasToString("2008-09-01/P1Y");
        assertThat(ReportingPeriod.calendarYear(2008)).hasToString("2008-01-01/P1Y");
    }

    @Test
    void stands_in_the_order_of_its_end_and_then_of_its_beginning() {
        List<String> ordered =
                List.of("2008-01-01/P1Y", "2006-04-01/P3Y", "2008-04-01/P1Y", "2009-03-31", "2009-06-30");
        assertThat(Stream.of("2009-06-30", "2009-03-31", "2008-04-01/P1Y", "2006-04-01/P3Y", "2008-01-01/P1Y")
                        .map(ReportingPeriod::of)
                        .sorted()
                        .map(ReportingPeriod::toString))
                .containsExactlyElementsOf(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2008",
                "2008-09",
                "2008/09",
                "2009-02-30",
                "2009-13-01",
                "2008-04-01/",
                "2008-04-01/P",
                "2008-04-01/P0Y",
                "2008-04-01/P1D",
                "2008-04-01/1Y",
                "2008-04-01/P-1Y",
                "2008-04-01/P999Y",
                "0001-01-01",
                "2008-04-01/P1Y "
            })
    void refuses_what_is_not_a_period_of_the_calendar(String typed) {
        assertThatThrownBy(() -> ReportingPeriod.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
