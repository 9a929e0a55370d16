package org.maaledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.settings.CannotStart;

/**
 * Aim: the database that ships with the program keeps what it says it keeps, for its own user only. Method: start the real one in
 * a fresh folder, ask it, stop it, damage what surrounds it, start it again.
 */
class Embedded_PostgreSQL {

    @TempDir
    Path parent;

    @Nested
    class While_it_runs {

        @Test
        void it_is_durable_private_and_on_the_loopback_address_only() throws Exception {
            try (EmbeddedServer server = Servers.start(parent.resolve("data"))) {
                DatabaseAccess access = server.access();
                assertThat(Map.of(
                                "fsync", Servers.ask(access, access.app(), "SHOW fsync"),
                                "commit", Servers.ask(access, access.app(), "SHOW synchronous_commit"),
                                "pages", Servers.ask(access, access.app(), "SHOW full_page_writes"),
                                "sums", Servers.ask(access, access.app(), "SHOW data_checksums")))
                        .containsValues("on")
                        .doesNotContainValue("off");
                assertThat(Servers.ask(access, access.owner(), "SHOW listen_addresses"))
                        .isEqualTo("127.0.0.1");
                assertThat(Servers.ask(access, access.owner(), "SHOW password_encryption"))
                        .isEqualTo("scram-sha-256");
                assertThatThrownBy(() -> Servers.ask(
                                access, new DatabaseAccess.Login(access.app().user(), "guessed"), "SELECT 1"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
                assertThatThrownBy(() -> Servers.ask(access, new DatabaseAccess.Login("postgres", ""), "SELECT 1"))
                        .isInstanceOf(SQLException.class);
            }
        }

        @Test
        void its_secrets_lie_in_a_file_that_only_its_user_may_read() throws Exception {
            Path data = parent.resolve("data");
            try (EmbeddedServer server = Servers.start(data)) {
                Path secrets = data.resolve("secrets");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(secrets))
                        .contains(server.access().app().password());
                assertThat(server.access().toString())
                        .doesNotContain(server.access().app().password());
                assertThat(data.resolve("postgres/password")).doesNotExist();
            }
        }

        @Test
        void a_second_start_on_its_folder_is_refused_in_one_line() throws Exception {
            Path data = parent.resolve("data");
            try (EmbeddedServer server = Servers.start(data)) {
                assertThatThrownBy(() -> Servers.start(data))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("in use by this process")
                        .hasMessageNotContaining("\n");
                assertThat(Servers.ask(server.access(), server.access().app(), "SELECT 'still there'"))
                        .isEqualTo("still there");
            }
        }
    }

    @Nested
    class Started_again {

        @Test
        void it_finds_what_was_committed_before() throws Exception {
            Path data = parent.resolve("data");
            try (EmbeddedServer server = Servers.start(data)) {
                DatabaseAccess access = server.access();
                makeTable(access);
            }
            try (EmbeddedServer server = Servers.start(data)) {
                assertThat(Servers.ask(server.access(), server.access().app(), "SELECT what FROM mine.kept"))
                        .isEqualTo("kept");
            }
        }

        @Test
        void it_begins_anew_what_an_interrupted_first_start_left_half_made() throws Exception {
            Path data = parent.resolve("data");
            Files.createDirectories(data.resolve("postgres/cluster.new/base"));
            Files.writeString(data.resolve("postgres/cluster.new/PG_VERSION"), "18");
            try (EmbeddedServer server = Servers.start(data)) {
                assertThat(Servers.ask(server.access(), server.access().app(), "SELECT 1"))
                        .isEqualTo("1");
            }
        }

        @Test
        void it_is_not_misled_by_a_process_number_that_now_belongs_to_another_program() throws Exception {
            Path data = parent.resolve("data");
            Servers.start(data).close();
            Path pid = data.resolve("postgres/cluster/postmaster.pid");
            Files.writeString(pid, ProcessHandle.current().pid() + "\n" + data + "\n");
            try (EmbeddedServer server = Servers.start(data)) {
                assertThat(Servers.ask(server.access(), server.access().app(), "SELECT 1"))
                        .isEqualTo("1");
            }
        }

        @Test
        void a_folder_of_another_version_is_refused_untouched() throws Exception {
            Path data = parent.resolve("data");
            Path version =
                    Files.createDirectories(data.resolve("postgres/cluster")).resolve("PG_VERSION");
            Files.writeString(version, "15\n");
            assertThatThrownBy(() -> Servers.start(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("made by PostgreSQL 15");
            assertThat(version).hasContent("15");
        }

        private void makeTable(DatabaseAccess access) throws SQLException {
            try (var connection = DriverManager.getConnection(
                            access.url(), access.app().user(), access.app().password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA mine");
                statement.execute("CREATE TABLE mine.kept AS SELECT 'kept' AS what");
            }
        }
    }

    @Nested
    class After_its_process_was_killed {

        @Test
        void the_next_start_works_at_once_and_finds_everything() throws Exception {
            Path data = parent.resolve("data");
            Process killed = holder(data);
            assertThatThrownBy(() -> Servers.start(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by process " + killed.pid());
            killed.destroyForcibly().waitFor();
            String server = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                    .getFirst();
            assertThat(ProcessHandle.of(Long.parseLong(server)))
                    .as("the server outlives its starter")
                    .isPresent();
            long before = System.nanoTime();
            try (EmbeddedServer again = Servers.start(data)) {
                assertThat(Servers.ask(again.access(), again.access().owner(), "SELECT what FROM kept"))
                        .isEqualTo("committed before the kill");
                assertThat((System.nanoTime() - before) / 1_000_000)
                        .as("milliseconds: it waits for nobody, however busy the machine is")
                        .isLessThan(60_000);
            }
        }

        private Process holder(Path data) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            HoldServer.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            return process;
        }
    }
}
