package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.log.testing.LedgerDatabase;

/** Aim: what is recorded stays. Method: every user tries to change it, with the rights that they have. */
final class Rights_on_the_log {

    private static final String DENIED = "42501";

    private static LedgerDatabase ledger;

    @BeforeAll
    static void record() {
        ledger = LedgerDatabase.create();
        AppendContext context = new AppendContext();
        context.idempotency("client", "key", "hash");
        ledger.appender().append(List.of(at("a", 0), at("a", 1)), context);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.event SET acted_on = acted_on",
                "UPDATE ledger.event SET stored = stored WHERE position = 1",
                "DELETE FROM ledger.event WHERE position = 2",
                "TRUNCATE ledger.event",
            })
    void let_nobody_change_an_event(String change) {
        assertRefused(ledger.fresh(), change);
        assertRefused(ledger.owner(), change);
        assertRefused(ledger.superuser(), change);
        assertRefused(ledger.superuser(), "SET session_replication_role = replica; " + change);
        assertThat(ledger.reader().after(0, 10)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE ledger.event DISABLE TRIGGER ALL",
                "DROP TABLE ledger.event",
                "DROP TRIGGER event_is_never_changed ON ledger.event",
                "CREATE TABLE ledger.other (a int)",
                "UPDATE ledger.idempotency SET request_hash = 'other'",
                "TRUNCATE ledger.idempotency",
                "UPDATE vault.actor SET subject = 'other'",
                "SET session_replication_role = replica",
                "DELETE FROM ledger.idempotency",
            })
    void keep_the_application_to_reading_and_adding(String change) {
        assertRefused(ledger.fresh(), change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The same position, or the same place in a stream, or the same event: one column differs in each.
                "SELECT 1, gen_random_uuid(), 'x', 0, aggregate_type, name, revision, recorded_at, acted_on, stored",
                "SELECT 9, gen_random_uuid(), aggregate_id, 0, aggregate_type, name, revision, recorded_at, acted_on, stored",
                "SELECT 9, event_id, 'x', 0, aggregate_type, name, revision, recorded_at, acted_on, stored",
            })
    void leave_no_room_for_two_versions_of_one_place(String row) {
        assertThatThrownBy(() -> execute(
                        ledger.fresh(),
                        "INSERT INTO ledger.event (position, event_id, aggregate_id, sequence, aggregate_type, name, revision,"
                                + " recorded_at, acted_on, stored) " + row + " FROM ledger.event WHERE position = 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
    }

    @Test
    void let_the_application_own_the_tables_of_the_read_side() throws SQLException {
        execute(
                ledger.fresh(),
                "CREATE SCHEMA question; CREATE TABLE question.row (a int); DROP SCHEMA question CASCADE");
    }

    private static void assertRefused(DataSource user, String sql) {
        assertThatThrownBy(() -> execute(user, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    private static void execute(DataSource user, String sql) throws SQLException {
        try (Connection connection = user.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
