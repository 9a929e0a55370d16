package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.CuttingProxy;
import org.maaledger.log.testing.CuttingProxy.Fate;
import org.maaledger.log.testing.LedgerDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Aim: after a failover nobody is told "failed" of what may stand on the server before. Method: the connection is cut after a COMMIT,
 * and from then on the same address leads to another server, whose log is empty.
 */
final class A_move_to_another_server {

    @Test
    void leaves_an_unanswered_commit_unknown_and_later_appends_go_to_the_new_server() throws Exception {
        AppenderSettings settings =
                AppenderSettings.defaults().impatient(Duration.ofSeconds(2), Duration.ofSeconds(20));
        try (LedgerDatabase ledger = LedgerDatabase.create();
                EmbeddedPostgres other = EmbeddedPostgres.builder().start()) {
            prepare(other, ledger.name());
            PGSimpleDataSource source = ledger.fresh();
            IntFunction<Fate> fate = _ -> {
                source.setPortNumbers(new int[] {other.getPort()});
                return Fate.CUT_AFTER;
            };
            try (CuttingProxy proxy = new CuttingProxy(ledger.port(), fate)) {
                source.setPortNumbers(new int[] {proxy.port()});
                try (Appender appender = new Appender(source, ledger.serializer(), settings)) {
                    assertThatThrownBy(() -> appender.append(List.of(at("a", 0)), new AppendContext()))
                            .isInstanceOf(OutcomeUnknown.class);
                    assertThat(appender.append(List.of(at("b", 0)), new AppendContext()))
                            .extracting(Recorded::position)
                            .containsExactly(1L);
                    assertThat(ledger.reader().head()).as("it stood, there").isEqualTo(1);
                }
            }
        }
    }

    private static void prepare(EmbeddedPostgres server, String database) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + LedgerDatabase.OWNER + " LOGIN");
            statement.execute("CREATE ROLE " + LedgerDatabase.APP + " LOGIN");
            statement.execute("CREATE DATABASE " + database + " OWNER " + LedgerDatabase.OWNER);
        }
        LogSchema.migrate(server.getDatabase(LedgerDatabase.OWNER, database), LedgerDatabase.APP);
    }
}
