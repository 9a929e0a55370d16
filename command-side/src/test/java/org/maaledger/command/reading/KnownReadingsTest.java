package org.maaledger.command.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;

/**
 * Aim: states that follow on one another share what they hold, and none is ever changed by that. Method: every state of a series is
 * kept while others follow on it, one after the other and side by side, and is looked at afterwards.
 */
class KnownReadingsTest {

    private static final LocalDate FIRST = LocalDate.of(2008, 4, 1);

    @Test
    void a_state_holds_what_it_held_whatever_follows_on_it() {
        List<KnownReadings> states = new ArrayList<>(List.of(KnownReadings.NONE));
        for (int day = 0; day < 50; day++) {
            KnownReadings last = states.getLast();
            with(last, day, "another");
            states.add(with(last, day, "first"));
            with(last, day, "afterwards");
        }
        for (int size = 0; size < states.size(); size++) {
            holds(states.get(size), size, "first");
        }
    }

    @Test
    void two_that_follow_on_one_state_hold_each_its_own() {
        KnownReadings before = upTo(9, "first");
        KnownReadings one = with(before, 9, "first");
        KnownReadings other = with(before, 9, "the second");
        holds(with(one, 10, "first"), 11, "first");
        KnownReadings longer = with(other, 10, "the second");
        assertThat(said(longer, 9)).isEqualTo(value("the second", 9));
        assertThat(said(longer, 10)).isEqualTo(value("the second", 10));
        assertThat(said(one, 9)).isEqualTo(value("first", 9));
    }

    @Test
    void a_correction_leaves_the_state_before_it_and_what_follows_on_that_alone() {
        KnownReadings before = upTo(9, "first");
        KnownReadings corrected = before.corrected(3, value("corrected", 3), new KnownReadings.Origin(80, FIRST));
        KnownReadings after = with(before, 9, "first");
        KnownReadings afterCorrected = with(corrected, 9, "the second");
        holds(after, 10, "first");
        assertThat(said(afterCorrected, 3)).isEqualTo(value("corrected", 3));
        assertThat(said(afterCorrected, 9)).isEqualTo(value("the second", 9));
    }

    @Test
    void a_reading_of_an_earlier_period_finds_its_place_among_the_others() {
        KnownReadings known = KnownReadings.NONE;
        for (int day : new int[] {5, 1, 9, 0, 7, 3, 8, 2, 6, 4}) {
            known = with(known, day, "first");
        }
        holds(known, 10, "first");
        assertThat(known).isEqualTo(upTo(10, "first")).hasSameHashCodeAs(upTo(10, "first"));
    }

    private static KnownReadings upTo(int days, String series) {
        KnownReadings known = KnownReadings.NONE;
        for (int day = 0; day < days; day++) {
            known = with(known, day, series);
        }
        return known;
    }

    private static KnownReadings with(KnownReadings known, int day, String series) {
        int place = known.find(period(day), Vintage.FINAL);
        assertThat(place).isNegative();
        return known.with(
                place,
                period(day),
                Vintage.FINAL,
                value(series, day),
                new KnownReadings.Origin(day, FIRST.plusDays(day)));
    }

    private static void holds(KnownReadings known, int days, String series) {
        assertThat(known.size()).isEqualTo(days);
        for (int day = 0; day < days; day++) {
            assertThat(said(known, day)).isEqualTo(value(series, day));
            assertThat(known.sequence(day)).isEqualTo(day);
            assertThat(known.on(day)).isEqualTo(FIRST.plusDays(day));
        }
        assertThat(known.find(period(days), Vintage.FINAL)).isNegative();
    }

    private static Observation said(KnownReadings known, int day) {
        int place = known.find(period(day), Vintage.FINAL);
        assertThat(place).isEqualTo(day);
        return known.observation(place);
    }

    private static Observation value(String series, int day) {
        return Observation.Measured.of(series.length() + "." + day);
    }

    private static ReportingPeriod period(int day) {
        return ReportingPeriod.on(FIRST.plusDays(day));
    }
}
