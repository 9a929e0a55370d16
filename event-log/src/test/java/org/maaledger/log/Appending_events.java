package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;
import static org.maaledger.log.testing.SampleEvents.stream;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.canonical.CanonicalJson;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.SampleEvents;

/** What one caller may rely on. Method: one appender, one caller, and what a reader then finds. */
final class Appending_events {

    /** Everything that means something in an array of the database. */
    private static final String REASON = "NULL, {\"a\\b\"}\n\u20ac \ud83d\ude02";

    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<Recorded> append(NewEvent... events) {
        return ledger.appender().append(List.of(events), new AppendContext());
    }

    @Test
    void gives_positions_from_one_on_without_gaps() {
        assertThat(append(at("a", 0), at("a", 1)))
                .extracting(Recorded::position)
                .containsExactly(1L, 2L);
        assertThat(append(at("b", 0))).extracting(Recorded::position).containsExactly(3L);
        assertThat(ledger.reader().head()).isEqualTo(3);
    }

    @Test
    void stores_what_was_given_in_canonical_form() {
        Recorded recorded = append(at("a", 0)).getFirst();

        StoredEvent stored = ledger.reader().after(0, 10).getFirst();

        assertThat(CanonicalJson.isCanonical(stored.stored())).isTrue();
        assertThat(stored.payload()).isEqualTo(SampleEvents.reading("a"));
        assertThat(stored.actor()).isEqualTo(SampleEvents.ACTOR);
        assertThat(stored.actedOn()).isEqualTo(SampleEvents.ACTED_ON);
        assertThat(stored.recordedAt()).isEqualTo(recorded.recordedAt());
        assertThat(stored.stream()).isEqualTo(stream("a"));
        assertThat(stored.envelope().command()).isEqualTo("recordReading");
    }

    @Test
    void fails_as_a_conflict_when_the_place_in_the_stream_is_taken_or_too_far() {
        append(at("a", 0));

        assertThatThrownBy(() -> append(at("a", 0))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(at("a", 2))).isInstanceOf(ConcurrencyException.class);
        assertThat(append(at("a", 1)).getFirst().position()).isEqualTo(2);
    }

    @Test
    void fails_as_a_conflict_when_a_consulted_stream_has_moved_on() {
        append(at("consulted", 0));
        AppendContext stale = new AppendContext();
        stale.read(stream("consulted"), -1);
        AppendContext fresh = new AppendContext();
        fresh.read(stream("consulted"), 0);
        fresh.read(stream("empty"), -1);

        assertThatThrownBy(() -> ledger.appender().append(List.of(at("a", 0)), stale))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(ledger.appender().append(List.of(at("a", 0)), fresh)).hasSize(1);
        assertThat(fresh.receipt()).extracting(Recorded::position).containsExactly(2L);
    }

    @Test
    void remembers_the_first_use_of_an_idempotency_key_and_refuses_the_second() {
        append(at("before", 0));
        ledger.appender().append(List.of(at("a", 0), at("b", 0)), claiming("client", "key"));

        assertThatThrownBy(() -> ledger.appender().append(List.of(at("a", 1)), claiming("client", "key")))
                .isInstanceOfSatisfying(
                        DuplicateRequest.class, e -> assertThat(e.first()).isEqualTo(new FirstAnswer("hash", 2, 2)));
        Idempotency idempotency = new Idempotency(ledger.app());
        assertThat(idempotency.find("client", "key")).contains(new FirstAnswer("hash", 2, 2));
        assertThat(idempotency.find("other", "key")).isEqualTo(Optional.empty());
        assertThat(ledger.appender().append(List.of(at("a", 1)), claiming("other", "key")))
                .hasSize(1);
    }

    @Test
    void writes_texts_to_the_vault_in_the_same_transaction() {
        byte[] salt = new byte[TextRef.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        TextRef kept = TextRef.to(REASON, salt);
        TextRef lost = TextRef.to("another", salt);
        AppendContext good = new AppendContext();
        good.vault(kept, REASON, salt);
        AppendContext bad = new AppendContext();
        bad.vault(lost, "another", salt);

        ledger.appender().append(List.of(at("a", 0)), good);
        assertThatThrownBy(() -> ledger.appender().append(List.of(at("a", 0)), bad))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(new Vault(ledger.app()).texts(List.of(kept, lost)))
                .containsOnlyKeys(kept)
                .containsValue(REASON);
    }

    @Test
    void fails_alone_when_the_database_refuses_its_data() {
        NewEvent once = SampleEvents.event(UUID.randomUUID(), SampleEvents.reading("a"), 0);
        append(once);
        NewEvent twice = SampleEvents.event(once.eventId(), SampleEvents.reading("a"), 1);

        assertThatThrownBy(() -> append(twice)).isInstanceOf(AppendRefused.class);
        assertThat(append(at("a", 1)).getFirst().position()).isEqualTo(2);
    }

    @Test
    void forgets_idempotency_keys_after_ninety_days_and_not_before() throws SQLException {
        ledger.appender().append(List.of(at("a", 0)), claiming("client", "young"));
        try (Connection connection = ledger.fresh().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ledger.idempotency VALUES ('client', 'old', 'hash', 1, 1,"
                    + " clock_timestamp() - interval '91 days')");
        }
        Idempotency idempotency = new Idempotency(ledger.app());

        assertThat(idempotency.prune()).isEqualTo(1);
        assertThat(idempotency.find("client", "old")).isEmpty();
        assertThat(idempotency.find("client", "young")).isPresent();
    }

    private static AppendContext claiming(String client, String key) {
        AppendContext context = new AppendContext();
        context.idempotency(client, key, "hash");
        return context;
    }
}
