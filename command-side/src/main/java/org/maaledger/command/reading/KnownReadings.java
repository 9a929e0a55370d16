package org.maaledger.command.reading;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;

/**
 * What is on record of a series: for each period and vintage the latest observation, and the sequence number and the date of the act of
 * its event. Immutable, and held in sorted arrays, because an import has tens of thousands of series in memory.
 *
 * <p>The next reading of a series is mostly of its latest period. It goes into the place behind the last one, which the state before it
 * does not look at, so that the two share their arrays and recording costs the same however long the series is. Only one may go there:
 * whatever else follows on the same state is given arrays of its own.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE) // of the arrays, what is in use
final class KnownReadings {

    static final KnownReadings NONE =
            new KnownReadings(new long[0], new int[0], new int[0], new Observation[0], 0, new AtomicInteger());

    /** An event of a series, by its sequence number and the date of its act. */
    record Origin(int sequence, LocalDate on) {}

    private static final int MONTHS_BITS = 11;
    private static final int VINTAGE_BITS = 3;

    /** Room for a quarter more than there is: some hundred kilobytes of an import, and seldom copied. */
    private static final int ROOM_FRACTION = 4;

    private final long[] keys;
    private final int[] sequences;
    private final int[] days;
    private final Observation[] observations;
    private final int size;
    /** How many places of the arrays are taken, by this state or by one that followed on it. */
    private final AtomicInteger taken;

    private KnownReadings(
            long[] keys, int[] sequences, int[] days, Observation[] observations, int size, AtomicInteger taken) {
        this.keys = keys;
        this.sequences = sequences;
        this.days = days;
        this.observations = observations;
        this.size = size;
        this.taken = taken;
    }

    /** As a snapshot holds it. */
    @JsonCreator
    static KnownReadings of(
            @JsonProperty("keys") long[] keys,
            @JsonProperty("sequences") int[] sequences,
            @JsonProperty("days") int[] days,
            @JsonProperty("observations") Observation[] observations) {
        return new KnownReadings(keys, sequences, days, observations, keys.length, new AtomicInteger(keys.length));
    }

    /** Where the reading of a period and vintage stands; negative if there is none. */
    int find(ReportingPeriod period, Vintage vintage) {
        return Arrays.binarySearch(keys, 0, size, key(period, vintage));
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
        return size;
    }

    /** The same with one more reading, at the place that {@link #find} gave as missing. */
    KnownReadings with(int missing, ReportingPeriod period, Vintage vintage, Observation observation, Origin origin) {
        int place = -missing - 1;
        boolean shared = place == size && size < keys.length && taken.compareAndSet(size, size + 1);
        KnownReadings room = shared ? this : withRoomAt(place);
        room.keys[place] = key(period, vintage);
        room.sequences[place] = origin.sequence();
        room.days[place] = day(origin);
        room.observations[place] = observation;
        return new KnownReadings(room.keys, room.sequences, room.days, room.observations, size + 1, room.taken);
    }

    /** The same with the reading at {@code place} corrected. */
    KnownReadings corrected(int place, Observation observation, Origin origin) {
        int[] newSequences = sequences();
        int[] newDays = days();
        Observation[] newObservations = observations();
        newSequences[place] = origin.sequence();
        newDays[place] = day(origin);
        newObservations[place] = observation;
        return of(keys(), newSequences, newDays, newObservations);
    }

    /** The same in arrays of its own, with a place left open among the others and some behind them. */
    private KnownReadings withRoomAt(int place) {
        int length = size + 1 + size / ROOM_FRACTION;
        KnownReadings room = new KnownReadings(
                Arrays.copyOf(keys, length),
                Arrays.copyOf(sequences, length),
                Arrays.copyOf(days, length),
                Arrays.copyOf(observations, length),
                size,
                new AtomicInteger(size + 1));
        int behind = size - place;
        System.arraycopy(keys, place, room.keys, place + 1, behind);
        System.arraycopy(sequences, place, room.sequences, place + 1, behind);
        System.arraycopy(days, place, room.days, place + 1, behind);
        System.arraycopy(observations, place, room.observations, place + 1, behind);
        return room;
    }

    @JsonProperty("keys")
    private long[] keys() {
        return Arrays.copyOf(keys, size);
    }

    @JsonProperty("sequences")
    private int[] sequences() {
        return Arrays.copyOf(sequences, size);
    }

    @JsonProperty("days")
    private int[] days() {
        return Arrays.copyOf(days, size);
    }

    @JsonProperty("observations")
    private Observation[] observations() {
        return Arrays.copyOf(observations, size);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownReadings that
                && Arrays.equals(keys(), that.keys())
                && Arrays.equals(sequences(), that.sequences())
                && Arrays.equals(days(), that.days())
                && Arrays.equals(observations(), that.observations());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys()) + Arrays.hashCode(observations());
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
