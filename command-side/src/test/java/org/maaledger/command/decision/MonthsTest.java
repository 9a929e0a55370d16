package org.maaledger.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aim: a month is counted as an Act counts it. Method: days whose corresponding day exists, and days whose does not. */
class MonthsTest {

    @ParameterizedTest
    @CsvSource({
        "2008-06-30, 1, 2008-07-29",
        "2009-03-01, 1, 2009-03-31",
        "2009-01-31, 1, 2009-02-28",
        "2008-01-31, 1, 2008-02-29",
        "2008-01-29, 1, 2008-02-28",
        "2008-02-29, 12, 2009-02-28",
        "2008-03-01, 12, 2009-02-28",
        "2007-03-01, 12, 2008-02-29",
        "2008-12-31, 2, 2009-02-28",
        "2008-06-30, 0, 2008-06-29"
    })
    void end_before_the_corresponding_day_or_with_a_month_that_has_none(LocalDate first, int months, LocalDate last) {
        assertThat(Months.lastDay(first, months)).isEqualTo(last);
    }
}
