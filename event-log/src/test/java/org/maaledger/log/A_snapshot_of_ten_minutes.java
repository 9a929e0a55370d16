package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.SampleEvents;

/**
 * Aim: a snapshot that stays open for long, such as a backup's, neither slows the writers nor sees anything of what they write. Method:
 * 64 writers, each on a stream of its own, for as long as the snapshot is open; appends are counted by tenths of that time.
 * {@code -Dmaal.snapshot.seconds=N} makes it shorter or longer, {@code -Dmaal.test.durable=true} counts the fsync.
 */
@Tag("full")
final class A_snapshot_of_ten_minutes {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("maal.snapshot.seconds", 600));
    private static final int WRITERS = 64;
    private static final int PARTS = 10;
    private static final String STATE = "SELECT count(*), coalesce(max(position), 0) FROM ledger.event";

    private record State(long count, long last) {}

    private final AtomicLongArray appends = new AtomicLongArray(PARTS);

    @Test
    void beside_the_writers_sees_its_own_moment_and_leaves_their_rate_flat() throws Exception {
        try (LedgerDatabase ledger = LedgerDatabase.create()) {
            write(ledger, "before", Duration.ofSeconds(5), new AtomicLongArray(PARTS));
            try (Connection snapshot = ledger.app().getConnection()) {
                snapshot.setAutoCommit(false);
                snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                State before = state(snapshot);

                write(ledger, "beside", TIME, appends);

                assertThat(state(snapshot)).isEqualTo(before);
                assertThat(before.count()).isEqualTo(before.last());
                snapshot.rollback();
                State after = state(snapshot);
                assertThat(after.count()).isEqualTo(after.last()).isEqualTo(before.count() + sum(appends));
            }
            double tenth = TIME.toMillis() / 1e3 / PARTS;
            System.out.printf(
                    "appends/s beside an open snapshot, in tenths of %d s: %s%n",
                    TIME.toSeconds(),
                    IntStream.range(0, PARTS)
                            .mapToObj(part -> "%.0f".formatted(appends.get(part) / tenth))
                            .toList());
            // A rate that sinks with the age of the snapshot ends far below this; other work on the machine does not
            // last all the time.
            assertThat(half(appends, PARTS / 2)).isGreaterThan(half(appends, 0) * 7 / 10);
        }
    }

    private static void write(LedgerDatabase ledger, String name, Duration time, AtomicLongArray counted) {
        long start = System.nanoTime();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            CompletableFuture.allOf(IntStream.range(0, WRITERS)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> write(ledger.appender(), name + "-" + i, start, time, counted), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static void write(Appender appender, String group, long start, Duration time, AtomicLongArray counted) {
        long part = 0;
        for (int sequence = 0; part < PARTS; sequence++) {
            appender.append(
                    List.of(SampleEvents.event(UUID.randomUUID(), SampleEvents.reading(group), sequence)),
                    new AppendContext());
            // What was begun in time is counted, however late it ends.
            counted.incrementAndGet((int) part);
            part = (System.nanoTime() - start) * PARTS / time.toNanos();
        }
    }

    private static State state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return new State(row.getLong(1), row.getLong(2));
        }
    }

    private static long sum(AtomicLongArray counts) {
        return half(counts, 0) + half(counts, PARTS / 2);
    }

    private static long half(AtomicLongArray counts, int from) {
        return IntStream.range(from, from + PARTS / 2).mapToLong(counts::get).sum();
    }
}
