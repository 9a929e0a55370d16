package org.maaledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.postgres.DatabaseAccess.Login;
import org.maaledger.app.settings.CannotStart;

/** Aim: a server of somebody else's is used with two users, or refused in one line. Method: the embedded one plays that server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class An_external_server {

    private static final Login GIVEN = new Login("maal_app", "");

    @TempDir
    static Path parent;

    private EmbeddedServer server;

    @BeforeAll
    void start() throws Exception {
        server = Servers.start(parent.resolve("data"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void is_used_with_the_users_that_are_named() throws Exception {
        DatabaseAccess access = server.access();
        try (ExternalServer external = ExternalServer.at(access.url(), access.owner(), access.app(), parent)) {
            assertThat(Servers.ask(external.access(), external.access().app(), "SELECT current_user"))
                    .isEqualTo("maal_app");
        }
    }

    @Test
    void is_refused_when_the_user_that_works_is_the_owner() {
        DatabaseAccess access = server.access();
        assertThatThrownBy(() -> ExternalServer.at(access.url(), access.owner(), access.owner(), parent))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("must be another user");
    }

    @Test
    void is_refused_when_its_working_user_has_a_password_that_nobody_told_us() {
        DatabaseAccess access = server.access();
        assertThatThrownBy(() -> ExternalServer.at(access.url(), access.owner(), null, parent.resolve("other")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_DATABASE_APP_PASSWORD")
                .hasMessageNotContaining("\n");
    }

    @Test
    void is_refused_when_a_password_is_wrong_or_nobody_answers() {
        DatabaseAccess access = server.access();
        assertThatThrownBy(() -> ExternalServer.at(access.url(), access.owner(), GIVEN, parent))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("refuses user maal_app")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() ->
                        ExternalServer.at("jdbc:postgresql://127.0.0.1:9/maal", access.owner(), access.app(), parent))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("127.0.0.1:9")
                .hasMessageContaining("answers")
                .hasMessageNotContaining("user");
    }

    @Test
    void has_its_working_user_made_and_its_password_kept_by_an_owner_who_may() throws Exception {
        try (EmbeddedServer bare = Servers.start(parent.resolve("bare/data"))) {
            Login superuser = new Login("postgres", superuserPassword(parent.resolve("bare/data/secrets")));
            Servers.change(bare.access(), superuser, "REVOKE ALL ON DATABASE maal FROM maal_app; DROP ROLE maal_app");
            Path data = parent.resolve("remote");
            for (int start = 1; start <= 2; start++) {
                try (ExternalServer external = ExternalServer.at(bare.access().url(), superuser, null, data)) {
                    assertThat(Servers.ask(external.access(), external.access().app(), "SELECT current_user"))
                            .isEqualTo("maal_app");
                }
            }
        }
    }

    @Test
    void is_refused_when_it_is_older_than_what_the_ledger_needs() throws Exception {
        for (int version : new int[] {15, 16, 18, 25}) {
            ExternalServer.refuseOlder(version);
        }
        for (int version : new int[] {14, 9, 0}) {
            assertThatThrownBy(() -> ExternalServer.refuseOlder(version)).isInstanceOf(CannotStart.class);
        }
        DatabaseAccess access = server.access();
        OldServer old = new OldServer(14);
        DriverManager.registerDriver(old);
        try {
            assertThatThrownBy(() -> ExternalServer.at(OldServer.URL, access.owner(), access.app(), parent))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("The database server is PostgreSQL 14; the ledger needs 15 or newer.");
        } finally {
            DriverManager.deregisterDriver(old);
        }
    }

    private static String superuserPassword(Path secrets) throws Exception {
        return Files.readAllLines(secrets).stream()
                .filter(line -> line.startsWith("superuser="))
                .map(line -> line.substring("superuser=".length()))
                .findFirst()
                .orElseThrow();
    }
}
