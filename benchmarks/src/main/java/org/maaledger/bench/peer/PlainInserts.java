package org.maaledger.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.maaledger.bench.BenchServer;
import org.maaledger.log.LogSchema;

/**
 * The limit of the database itself: rows as large as ours into a table as ours, with its indexes and as many rows in it, and nothing
 * else. Each commit is one prepared statement, and one question to the server.
 */
public final class PlainInserts implements AutoCloseable {

    private static final String COLUMNS = """
            INSERT INTO ledger.event (position, event_id, aggregate_id, sequence, aggregate_type, name, revision,
                recorded_at, acted_on, stored)
            VALUES\s""";

    private static final String ROW = "(?, ?, ?, ?, 'reading-series', 'reading-recorded', 1, ?, ?, ?)";

    private static final String FILL = """
            INSERT INTO ledger.event (position, event_id, aggregate_id, sequence, aggregate_type, name, revision,
                recorded_at, acted_on, stored)
            SELECT n, gen_random_uuid(), 'bench:load~bench:' || n % series || '~all', n / series, 'reading-series',
                'reading-recorded', 1, clock_timestamp(), DATE '2026-01-31', convert_to(rpad('', bytes, md5(n::text)), 'UTF8')
            FROM (VALUES (?::int, ?::int)) AS of (series, bytes), generate_series(1, ?) AS n""";

    private static final int CONNECTIONS_MAX = 40;

    private final HikariDataSource pool;
    private final AtomicLong last;
    private final int series;
    private final int bytes;

    private PlainInserts(HikariDataSource pool, long last, int series, int bytes) {
        this.pool = pool;
        this.last = new AtomicLong(last);
        this.series = series;
        this.bytes = bytes;
    }

    /**
     * Makes the database and fills it.
     *
     * @param events rows in it before the first is counted, of {@code series} streams
     * @param bytes of each row's stored form
     */
    public static PlainInserts start(BenchServer server, String database, int events, int series, int bytes)
            throws SQLException {
        server.create(database);
        LogSchema.migrate(server.connections(BenchServer.OWNER, database), BenchServer.APP);
        HikariDataSource pool = server.pool(BenchServer.APP, database, CONNECTIONS_MAX);
        try (Connection connection = pool.getConnection();
                PreparedStatement fill = connection.prepareStatement(FILL)) {
            fill.setInt(1, series);
            fill.setInt(2, bytes);
            fill.setInt(3, events);
            fill.executeUpdate();
        }
        return new PlainInserts(pool, events, series, bytes);
    }

    /** One client with a connection of its own. */
    public final class Inserter implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement insert;
        private final byte[] stored = new byte[bytes];
        private final int rows;

        private Inserter(int rows) throws SQLException {
            this.rows = rows;
            connection = pool.getConnection();
            insert = connection.prepareStatement(COLUMNS + String.join(", ", Collections.nCopies(rows, ROW)));
            ThreadLocalRandom.current().nextBytes(stored);
        }

        /** Inserts as many rows as one commit has; durable on return. */
        public void insert() throws SQLException {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            long first = last.getAndAdd(rows) + 1;
            ThreadLocalRandom random = ThreadLocalRandom.current();
            int parameter = 0;
            for (long position = first; position < first + rows; position++) {
                insert.setLong(++parameter, position);
                insert.setObject(++parameter, new UUID(random.nextLong(), random.nextLong()));
                insert.setString(++parameter, "bench:load~bench:" + position % series + "~all");
                insert.setLong(++parameter, position / series);
                insert.setObject(++parameter, now);
                insert.setObject(++parameter, LocalDate.EPOCH);
                insert.setBytes(++parameter, stored);
            }
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            connection.close();
        }
    }

    /** One more client. */
    public Inserter open(int rows) throws SQLException {
        return new Inserter(rows);
    }

    @Override
    public void close() {
        pool.close();
    }
}
