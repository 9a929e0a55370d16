package org.maaledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** One appender with group commit on an empty table, under one of the two locks, and clients that wait for their append. */
final class LockContest {

    /** What carries the order. */
    enum Lock {
        ADVISORY("advisory lock", "SELECT pg_advisory_xact_lock(815)"),
        HEAD_ROW("head row", "UPDATE bench.head SET position = position + ? RETURNING position - ?");

        private final String text;
        private final String sql;

        Lock(String text, String sql) {
            this.text = text;
            this.sql = sql;
        }

        String text() {
            return text;
        }
    }

    /** Appends a second, over the whole time and over its ends. */
    record Rates(double whole, double firstThird, double lastThird) {}

    private static final int BATCH_MAX = 500;
    private static final String LAST = "SELECT position FROM bench.event ORDER BY position DESC LIMIT 1";
    private static final String INSERT = """
            INSERT INTO bench.event (position, event_id, stream, stored)
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::bytea[])""";

    private final DataSource database;
    private final Lock lock;
    private final ArrayBlockingQueue<CompletableFuture<Long>> queue = new ArrayBlockingQueue<>(10_000);
    private final LongAdder[] thirds = {new LongAdder(), new LongAdder(), new LongAdder()};
    private final Random random = new Random(8785);

    LockContest(DataSource database, Lock lock) {
        this.database = database;
        this.lock = lock;
    }

    Rates run(int inFlight, Duration time) throws Exception {
        prepare();
        long start = System.nanoTime();
        long third = time.toNanos() / thirds.length;
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().factory());
                Connection connection = database.getConnection()) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < inFlight; i++) {
                clients.add(CompletableFuture.runAsync(() -> ask(start, third), threads));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new));
            connection.setAutoCommit(false);
            while (!all.isDone()) {
                CompletableFuture<Long> first = queue.poll(20, TimeUnit.MILLISECONDS);
                if (first != null) {
                    append(connection, first);
                }
            }
        }
        double seconds = third / 1e9;
        double whole = (thirds[0].sum() + thirds[1].sum() + thirds[2].sum()) / (seconds * thirds.length);
        return new Rates(whole, thirds[0].sum() / seconds, thirds[2].sum() / seconds);
    }

    private void ask(long start, long third) {
        while (true) {
            CompletableFuture<Long> append = new CompletableFuture<>();
            queue.add(append);
            append.join();
            long phase = (System.nanoTime() - start) / third;
            if (phase >= thirds.length) {
                return;
            }
            thirds[(int) phase].increment();
        }
    }

    private void append(Connection connection, CompletableFuture<Long> first) throws SQLException {
        List<CompletableFuture<Long>> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, BATCH_MAX - 1);
        long head = lock(connection, batch.size());
        Object[] positions = new Object[batch.size()];
        Object[] ids = new Object[batch.size()];
        Object[] streams = new Object[batch.size()];
        byte[][] stored = new byte[batch.size()][600];
        for (int i = 0; i < stored.length; i++) {
            positions[i] = head + 1 + i;
            ids[i] = new UUID(random.nextLong(), random.nextLong());
            streams[i] = "stream-" + (head + 1 + i) % 1000;
            random.nextBytes(stored[i]);
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("int8", positions));
            insert.setArray(2, connection.createArrayOf("uuid", ids));
            insert.setArray(3, connection.createArrayOf("text", streams));
            insert.setArray(4, connection.createArrayOf("bytea", stored));
            insert.executeUpdate();
        }
        connection.commit();
        for (int i = 0; i < stored.length; i++) {
            batch.get(i).complete(head + 1 + i);
        }
    }

    /** Takes the lock and gives the last position. */
    private long lock(Connection connection, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock.sql)) {
            if (lock == Lock.HEAD_ROW) {
                statement.setInt(1, count);
                statement.setInt(2, count);
                return number(statement);
            }
            statement.execute();
        }
        try (PreparedStatement last = connection.prepareStatement(LAST)) {
            return number(last);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DROP SCHEMA IF EXISTS bench CASCADE;
                    CREATE SCHEMA bench;
                    CREATE TABLE bench.event (position bigint PRIMARY KEY, event_id uuid UNIQUE, stream text, stored bytea);
                    CREATE INDEX ON bench.event (stream, position);
                    CREATE TABLE bench.head (position bigint);
                    INSERT INTO bench.head VALUES (0);
                    CHECKPOINT""");
        }
    }
}
