package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maaledger.log.testing.Contender;
import org.maaledger.log.testing.CuttingProxy;
import org.maaledger.log.testing.CuttingProxy.Fate;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.WholeLog;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Aim: whoever loses the connection at the COMMIT is told what really happened. Method: a proxy that cuts there, before or after the
 * server has the message, and a server that ends connections at any moment.
 */
final class Connections_cut_at_commit {

    private static final AppenderSettings SETTINGS =
            AppenderSettings.defaults().impatient(Duration.ofSeconds(2), Duration.ofSeconds(20));

    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Appender through(CuttingProxy proxy, AppenderSettings settings) {
        PGSimpleDataSource source = ledger.fresh();
        source.setPortNumbers(new int[] {proxy.port()});
        return new Appender(source, ledger.serializer(), settings);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "CUT_AND_DELAY"})
    void are_looked_into_and_the_append_stands_exactly_once(Fate fate) throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(ledger.port(), commit -> commit == 2 ? fate : Fate.PASS);
                Appender appender = through(proxy, SETTINGS)) {
            appender.append(List.of(at("a", 0)), new AppendContext());
            List<Recorded> recorded = appender.append(List.of(at("a", 1), at("b", 0)), new AppendContext());

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(recorded).extracting(Recorded::position).containsExactly(2L, 3L);
            assertThat(WholeLog.of(ledger.reader()).size()).isEqualTo(3);
        }
    }

    @Test
    void lose_nothing_and_double_nothing_under_load() throws IOException {
        List<Fate> cuts = List.of(Fate.CUT_BEFORE, Fate.CUT_AFTER, Fate.CUT_AND_DELAY);
        IntFunction<Fate> fates = commit -> commit % 8 == 0 ? cuts.get(commit / 8 % cuts.size()) : Fate.PASS;
        try (CuttingProxy proxy = new CuttingProxy(ledger.port(), fates);
                Appender appender = through(proxy, SETTINGS)) {
            contend(appender);

            assertThat(proxy.cuts()).isPositive();
            System.out.printf("connections cut at COMMIT: %d%n", proxy.cuts());
        }
    }

    @Test
    void or_ended_by_the_server_at_any_moment_lose_nothing_and_double_nothing() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (Appender appender = new Appender(ledger.fresh(), ledger.serializer(), SETTINGS);
                Connection superuser = ledger.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            Thread killer = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    try {
                        Thread.sleep(60);
                        statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = 'maal-appender' AND datname = current_database()");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            });
            contend(appender);
            done.set(true);
            killer.join();
        }
    }

    @Test
    void that_cannot_be_made_again_leave_the_outcome_unknown_and_say_so() throws IOException {
        AppenderSettings hasty = AppenderSettings.defaults().impatient(Duration.ofSeconds(1), Duration.ofSeconds(1));
        AtomicReference<CuttingProxy> gone = new AtomicReference<>();
        IntFunction<Fate> last = _ -> {
            gone.get().close();
            return Fate.CUT_AFTER;
        };
        try (CuttingProxy proxy = new CuttingProxy(ledger.port(), last);
                Appender appender = through(proxy, hasty)) {
            gone.set(proxy);
            AppendContext context = new AppendContext();
            context.idempotency("client", "key", "hash");

            assertThatThrownBy(() -> appender.append(List.of(at("a", 0)), context))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(appender.health().writing()).isFalse();
            assertThatThrownBy(() -> appender.append(List.of(at("b", 0)), new AppendContext()))
                    .isInstanceOf(LogUnavailable.class);
            assertThat(new Idempotency(ledger.app()).find("client", "key"))
                    .as("asking again with the key tells")
                    .contains(new FirstAnswer("hash", 1, 1));
        }
    }

    private void contend(Appender appender) {
        List<String> groups = IntStream.range(0, 20).mapToObj(i -> "g" + i).toList();
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Appender own = i % 2 == 0 ? appender : ledger.appender();
            contenders.add(new Contender(own, ledger.reader(), groups, 40, i));
        }
        List<Contender> done = Contender.run(contenders);
        WholeLog whole = WholeLog.of(ledger.reader());
        int told = 0;
        for (Contender contender : done) {
            assertThat(contender.failures()).isEmpty();
            whole.holds(contender.told());
            told += contender.told().size();
        }
        assertThat(whole.size()).isEqualTo(told);
    }
}
