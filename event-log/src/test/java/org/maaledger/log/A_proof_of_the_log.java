package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.testing.LedgerDatabase;

/**
 * Aim: a log that is not as it was recorded is never proved. Method: a sound log of four events, and in a transaction that is rolled back
 * what its owner may do to it, which is to insert.
 */
final class A_proof_of_the_log {

    private static final EventSerializer SERIALIZER = new EventSerializer();
    private static final byte[] SALT = new byte[TextRef.SALT_BYTES];

    /** The last event under the next position, in columns and bytes; {@code %s} stands for what is done to it besides. */
    private static final String ANOTHER = """
            INSERT INTO ledger.event
            SELECT (n).* FROM (
                SELECT jsonb_populate_record(e, jsonb_build_object('position', 5, 'sequence', 2,
                    'event_id', '00000000-0000-4000-8000-000000000005',
                    'stored', convert_to(replace(replace(replace(convert_from(stored, 'UTF8'),
                        '"position":4', '"position":5'), '"sequence":1', '"sequence":2'),
                        event_id::text, '00000000-0000-4000-8000-000000000005'), 'UTF8')) || jsonb_build_object(%s)) AS n
                FROM ledger.event AS e WHERE position = 4) AS made""";

    private static LedgerDatabase ledger;

    @BeforeAll
    static void record() {
        ledger = LedgerDatabase.create();
        AppendContext context = new AppendContext();
        context.idempotency("client", "key", "hash");
        context.vault(TextRef.to("a text", SALT), "a text", SALT);
        ledger.appender().append(List.of(at("a", 0), at("b", 0), at("a", 1), at("b", 1)), context);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void is_given_of_a_sound_log_with_its_last_position() throws SQLException {
        assertThat(proved("SELECT 1")).isEqualTo(4);
        assertThat(proved(ANOTHER.formatted(""))).isEqualTo(5);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'position', 6 | it is missing; the next one is at 6",
                "'acted_on', '2001-01-01' | the column acted_on says 2001-01-01 and its bytes say 2009-06-30",
                "'name', 'series-opened' | the column name says series-opened",
                "'revision', 9 | the column revision says 9",
                "'aggregate_type', 'target' | the column aggregate_type says target",
                "'aggregate_id', 'another' | the column aggregate_id says another",
                "'event_id', '00000000-0000-4000-8000-000000000006' | the column event_id says",
                "'sequence', 3 | the column sequence says 3 and its bytes say 2",
                "'recorded_at', '2001-01-01 00:00:00+00' | the column recorded_at says 2001-01-01T00:00:00Z",
                "'stored', '\\x7b7d' | its envelope is damaged",
            })
    void is_refused_of_one_with_an_event_that(String change, String reason) {
        assertThatThrownBy(() -> proved(ANOTHER.formatted(change)))
                .isInstanceOf(CorruptHistory.class)
                .hasMessageContaining("position 5")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "a trailing blank; 'UTF8')) ||; 'UTF8') || convert_to(' ', 'UTF8')) ||",
                "a blank; '\"position\":5'; '\"position\": 5'",
                "a repeated member; '\"position\":5'; '\"position\":4,\"position\":5'",
            })
    void is_refused_of_one_with_bytes_that_have(String what, String canonical, String other) {
        assertThatThrownBy(() -> proved(ANOTHER.formatted("").replace(canonical, other)))
                .isInstanceOf(CorruptHistory.class)
                .hasMessageContaining("position 5")
                .hasMessageContaining("not in canonical form");
    }

    @Test
    void is_refused_of_one_with_a_hole_in_a_stream_that_its_bytes_share() {
        String jumped = ANOTHER.formatted("")
                .replace("'sequence', 2", "'sequence', 3")
                .replace("\"sequence\":2", "\"sequence\":3");
        assertThatThrownBy(() -> proved(jumped))
                .isInstanceOf(CorruptHistory.class)
                .hasMessageContaining("not the next one of its stream");
    }

    @Test
    void is_refused_where_the_vault_or_the_keys_say_something_else_than_the_log() {
        assertThatThrownBy(() -> proved("UPDATE vault.text SET text = 'another'"))
                .isInstanceOf(CorruptHistory.class)
                .hasMessageContaining(TextRef.to("a text", SALT).value());
        assertThatThrownBy(() -> proved("UPDATE ledger.idempotency SET first_position = 2"))
                .isInstanceOf(CorruptHistory.class)
                .hasMessageContaining("an idempotency key stands for it");
    }

    @Test
    void knows_the_version_that_migrating_brings() throws SQLException {
        try (Connection connection = ledger.owner().getConnection()) {
            assertThat(LogSchema.version(connection)).contains(LogSchema.VERSION);
        }
        assertThat(LogSchema.knows(LogSchema.VERSION)).isTrue();
        assertThat(LogSchema.knows("001")).isTrue();
        assertThat(LogSchema.knows("999")).isFalse();
    }

    /** Does {@code change}, proves, and takes it back. */
    private static long proved(String change) throws SQLException {
        try (Connection connection = ledger.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL timezone = 'UTC'");
            statement.execute(change);
            try {
                return LogProof.of(connection, SERIALIZER, position -> {});
            } finally {
                connection.rollback();
            }
        }
    }
}
