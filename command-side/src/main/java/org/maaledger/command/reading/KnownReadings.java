package org.maaledger.command.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;

/**
 * What is on record of a series: for each period and vintage the latest observation, and the sequence number and the date of the act of
 * its event. Immutable, and held in sorted arrays, because an import has tens of thousands of series in memory.
 */
final class KnownReadings {

    static final KnownReadings NONE = new KnownReadings(new long[0], new int[0], new int[0], new Observation[0]);

    /** An event of a series, by its sequence number and the date of its act. */
    record Origin(int sequence, LocalDate on) {}

    private static final int MONTHS_BITS = 11;
    private static final int VINTAGE_BITS = 3;

    private final long[] keys;
    private final int[] sequences;
    private final int[] days;
    private final Observation[] observations;

    @JsonCreator // snapshots hold it
    private KnownReadings(
            @JsonProperty("keys") long[] keys,
            @JsonProperty("sequences") int[] sequences,
            @JsonProperty("days") int[] days,
            @JsonProperty("observations") Observation[] observations) {
        this.keys = keys;
        this.sequences = sequences;
        this.days = days;
        this.observations = observations;
    }

    /** Where the reading of a period and vintage stands; negative if there is none. */
    int find(ReportingPeriod period, Vintage vintage) {
        return Arrays.binarySearch(keys, key(period, vintage));
    }

    int sequence(int place) {
        return sequences[place];
    }

    /** The date of the act by which it was last said. */
    LocalDate on(int place) {
        return LocalDate.ofEpochDay(days[place]);
    }

    Observation observation(int place) {
        return observations[place];
    }

    int size() {
        return keys.length;
    }

    /** The same with one more reading, at the place that {@link #find} gave as missing. */
    KnownReadings with(int missing, ReportingPeriod period, Vintage vintage, Observation observation, Origin origin) {
        int place = -missing - 1;
        long[] newKeys = Arrays.copyOf(keys, keys.length + 1);
        int[] newSequences = Arrays.copyOf(sequences, newKeys.length);
        int[] newDays = Arrays.copyOf(days, newKeys.length);
        Observation[] newObservations = Arrays.copyOf(observations, newKeys.length);
        int behind = keys.length - place;
        System.arraycopy(keys, place, newKeys, place + 1, behind);
        System.arraycopy(sequences, place, newSequences, place + 1, behind);
        System.arraycopy(days, place, newDays, place + 1, behind);
        System.arraycopy(observations, place, newObservations, place + 1, behind);
        newKeys[place] = key(period, vintage);
        newSequences[place] = origin.sequence();
        newDays[place] = day(origin);
        newObservations[place] = observation;
        return new KnownReadings(newKeys, newSequences, newDays, newObservations);
    }

    /** The same with the reading at {@code place} corrected. */
    KnownReadings corrected(int place, Observation observation, Origin origin) {
        int[] newSequences = sequences.clone();
        int[] newDays = days.clone();
        Observation[] newObservations = observations.clone();
        newSequences[place] = origin.sequence();
        newDays[place] = day(origin);
        newObservations[place] = observation;
        return new KnownReadings(keys, newSequences, newDays, newObservations);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownReadings that
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(sequences, that.sequences)
                && Arrays.equals(days, that.days)
                && Arrays.equals(observations, that.observations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(observations);
    }

    private static int day(Origin origin) {
        return Math.toIntExact(origin.on().toEpochDay());
    }

    private static long key(ReportingPeriod period, Vintage vintage) {
        return (period.start().toEpochDay() << (MONTHS_BITS + VINTAGE_BITS))
                | ((long) period.months() << VINTAGE_BITS)
                | vintage.rank();
    }
}
