package org.maaledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** One rebuild of a projection at a time, over all nodes: a lock of the database that ends with its connection. */
final class RebuildLock {

    /** Keeps our advisory locks apart from those of other programs in the same database. */
    private static final int CLASS = 0x4D41414C;

    private static final Duration AGAIN_AFTER = Duration.ofMillis(100);

    private final DataSource source;

    RebuildLock(DataSource source) {
        this.source = source;
    }

    /** A lock that is held until it is closed. */
    record Held(Connection connection, String name) implements AutoCloseable {
        @Override
        public void close() {
            try (connection) {
                run(connection, "select pg_advisory_unlock(?, hashtext(?))", name);
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }

    /** Takes the lock of {@code name}, waiting for whoever holds it: here and not in the database, whose silence would mean something else. */
    Held await(String name) {
        while (true) {
            Optional<Held> held = tryNow(name);
            if (held.isPresent()) {
                return held.get();
            }
            try {
                Thread.sleep(AGAIN_AFTER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while another rebuild was waited for", e);
            }
        }
    }

    /** Takes the lock of {@code name} unless somebody holds it. */
    Optional<Held> tryNow(String name) {
        Connection connection = open();
        try {
            if (run(connection, "select pg_try_advisory_lock(?, hashtext(?))", name)) {
                return Optional.of(new Held(connection, name));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw abandoned(connection, e);
        }
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static boolean run(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, CLASS);
            statement.setString(2, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static RuntimeException abandoned(Connection connection, SQLException reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
        return failure(reason);
    }

    private static DataAccessResourceFailureException failure(SQLException e) {
        return new DataAccessResourceFailureException("the lock of a projection could not be taken or given back", e);
    }
}
