package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Aim: whoever watches an appender is told the truth, and learns of a lost database though nobody writes. Method: appends of every fate,
 * and a database that takes no connections for a while.
 */
final class Watching_an_appender {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private LedgerDatabase ledger;

    private final AppendObserver observer = new AppendObserver() {
        @Override
        public void appended(long nanos) {
            told.add(nanos > 0 ? "appended" : "appended in no time");
        }

        @Override
        public void written(int events, long lastPosition, long nanos) {
            told.add("written " + events + " up to " + lastPosition);
        }

        @Override
        public void lost(int conflicts, int duplicates) {
            told.add("conflicts " + conflicts + " duplicates " + duplicates);
        }

        @Override
        public void changed(AppenderHealth now) {
            told.add(now.writing() ? "writing" : "not writing");
        }
    };

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void tells_what_became_of_each_batch() {
        try (Appender appender =
                new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults(), observer)) {
            AppendContext first = new AppendContext();
            first.idempotency("client", "key", "hash");
            appender.append(List.of(at("a", 0), at("a", 1)), first);
            assertThatThrownBy(() -> appender.append(List.of(at("a", 0)), new AppendContext()))
                    .isInstanceOf(ConcurrencyException.class);
            AppendContext again = new AppendContext();
            again.idempotency("client", "key", "hash");
            assertThatThrownBy(() -> appender.append(List.of(at("a", 2)), again))
                    .isInstanceOf(DuplicateRequest.class);
            assertThat(appender.waiting()).isZero();
        }
        // A caller is answered before the appender tells of its batch.
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "written 2 up to 2", "appended", "conflicts 1 duplicates 0", "conflicts 0 duplicates 1");
    }

    @Test
    void changes_nothing_though_the_observer_throws() {
        AppendObserver faulty = (AppendObserver) Proxy.newProxyInstance(
                AppendObserver.class.getClassLoader(), new Class<?>[] {AppendObserver.class}, (proxy, method, news) -> {
                    told.add(method.getName());
                    throw new IllegalStateException("as a faulty observer does");
                });
        try (Appender appender =
                new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults(), faulty)) {
            assertThat(appender.append(List.of(at("a", 0)), new AppendContext()))
                    .hasSize(1);
            assertThatThrownBy(() -> appender.append(List.of(at("a", 0)), new AppendContext()))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(appender.append(List.of(at("a", 1)), new AppendContext()))
                    .singleElement()
                    .satisfies(recorded -> assertThat(recorded.position()).isEqualTo(2));
            assertThat(appender.health()).isEqualTo(AppenderHealth.GOOD);
        }
        assertThat(told).contains("appended", "written", "lost");
    }

    @Test
    void shows_that_the_database_is_gone_and_that_it_is_back_though_nobody_writes() throws Exception {
        PGSimpleDataSource source = ledger.fresh();
        int port = source.getPortNumbers()[0];
        AppenderSettings hasty = AppenderSettings.defaults().impatient(Duration.ofSeconds(2), Duration.ofSeconds(2));
        try (Appender appender = new Appender(source, ledger.serializer(), hasty, observer)) {
            assertThat(looked(appender).writing()).isTrue();

            source.setPortNumbers(new int[] {1});
            cutConnections();
            assertThat(looked(appender).writing()).isFalse();
            assertThat(looked(appender).reason()).isNotBlank();

            source.setPortNumbers(new int[] {port});
            assertThat(looked(appender).writing()).isTrue();
            assertThat(told).as("only changes are told").containsExactly("not writing", "writing");
            assertThat(ledger.reader().head()).as("looking writes nothing").isZero();

            cutConnections();
            assertThat(looked(appender).writing())
                    .as("a connection that was cut while nobody needed it")
                    .isTrue();
        }
    }

    @Test
    void shows_that_what_was_refused_would_be_refused_again_until_it_would_not() throws Exception {
        try (Appender appender =
                new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults(), observer)) {
            asOwner("REVOKE INSERT ON ledger.event FROM " + LedgerDatabase.APP);
            assertThatThrownBy(() -> appender.append(List.of(at("a", 0)), new AppendContext()))
                    .isInstanceOf(LogUnavailable.class);
            assertThat(looked(appender).writing()).isFalse();
            assertThat(looked(appender).writing()).as("a second time").isFalse();
            assertThatThrownBy(() -> appender.append(List.of(at("a", 7)), new AppendContext()))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(appender.health().writing())
                    .as("after a batch of which nothing was to be written")
                    .isFalse();

            asOwner("GRANT INSERT ON ledger.event TO " + LedgerDatabase.APP);
            assertThat(looked(appender).writing())
                    .as("though nobody has written since")
                    .isTrue();
            assertThat(told)
                    .as("only changes are told")
                    .containsExactly("not writing", "conflicts 1 duplicates 0", "writing");
            assertThat(ledger.reader().head())
                    .as("what was refused stays refused")
                    .isZero();
            assertThat(appender.append(List.of(at("a", 0)), new AppendContext()))
                    .hasSize(1);
        }
    }

    @Test
    void shows_that_it_stops() throws Exception {
        Appender appender = new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults());
        appender.close();
        assertThat(looked(appender).writing()).isFalse();
    }

    @Test
    void tells_how_old_an_event_is() {
        ledger.appender().append(List.of(at("a", 0)), new AppendContext());
        assertThat(ledger.reader().moments().ageOf(1))
                .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ZERO, Duration.ofMinutes(10)));
        assertThat(ledger.reader().moments().ageOf(2)).isEmpty();
    }

    private static AppenderHealth looked(Appender appender) throws Exception {
        return appender.look().get(60, TimeUnit.SECONDS);
    }

    private void asOwner(String statement) throws Exception {
        try (var connection = ledger.owner().getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** Those of appenders only, once they are gone. */
    private void cutConnections() throws Exception {
        try (var connection = ledger.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
                    + " WHERE application_name = 'maal-appender' AND datname = current_database()");
        }
    }
}
