package org.maaledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.AppendContext;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderHealth;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LogSchema;
import org.maaledger.log.LogUnavailable;
import org.maaledger.log.NewEvent;
import org.maaledger.log.testing.SampleEvents;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Aim: whoever has no room or no right to write is told so in one line, and loses nothing. Method: a file system of its own, too
 * small, filled up or read-only; mounting one needs root, as the machines that run every change have it.
 */
class A_disk_that_fails {

    @TempDir
    Path parent;

    private Path disk = Path.of("");

    @BeforeEach
    void place() {
        disk = parent.resolve("disk");
    }

    @AfterEach
    void unmount() throws Exception {
        if (Servers.isRoot() && Files.readString(Path.of("/proc/mounts")).contains(disk.toString())) {
            // Busy for a moment, while a server that could not start ends.
            for (int tried = 1; !Servers.run("umount", disk.toString()); tried++) {
                assertThat(tried).isLessThan(60);
                Thread.sleep(500);
            }
        }
    }

    @Test
    void is_named_when_it_is_too_small_from_the_beginning() throws Exception {
        Servers.mount(disk, "size=40m");
        assertThatThrownBy(() -> EmbeddedServer.start(disk.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MB left and PostgreSQL needs 200 MB")
                .hasMessageNotContaining("\n");
    }

    @Test
    void is_named_when_it_has_filled_up_and_what_was_recorded_comes_back_with_room() throws Exception {
        Servers.mount(disk, "size=260m");
        Path data = disk.resolve("data");
        EmbeddedServer.start(data).close();
        Path filler = disk.resolve("filler");
        fill(filler);
        assertThatThrownBy(() -> EmbeddedServer.start(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(data.toString())
                .hasMessageNotContaining("\n");
        Files.delete(filler);
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            assertThat(Servers.ask(server.access(), server.access().app(), "SELECT 1"))
                    .isEqualTo("1");
        }
    }

    @Test
    void is_told_by_the_log_from_the_first_batch_that_finds_no_room_until_there_is_room_again() throws Exception {
        Servers.mount(disk, "size=320m");
        Path data = disk.resolve("data");
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            DatabaseAccess access = server.access();
            LogSchema.migrate(source(access, access.owner()), access.app().user());
            try (Appender appender =
                    new Appender(source(access, access.app()), new EventSerializer(), AppenderSettings.defaults())) {
                // A new file of the write-ahead log, so that it is the table that finds no room.
                String password = Secrets.in(data.resolve("secrets")).of("superuser");
                Servers.change(access, new DatabaseAccess.Login("postgres", password), "SELECT pg_switch_wal()");
                appender.append(List.of(SampleEvents.at("first", 0)), new AppendContext());
                Path filler = disk.resolve("filler");
                fill(filler);

                assertThatThrownBy(() -> appendUntilRefused(appender))
                        .isInstanceOf(LogUnavailable.class)
                        .hasMessageContaining("No space left on device");
                assertThat(looked(appender).writing()).isFalse();
                assertThat(looked(appender).reason()).contains("No space left on device");

                Files.delete(filler);
                assertThat(looked(appender))
                        .as("though nobody has written since")
                        .isEqualTo(new AppenderHealth(true, ""));
                appender.append(List.of(SampleEvents.at("last", 0)), new AppendContext());
            }
        }
    }

    private static void appendUntilRefused(Appender appender) {
        for (int stream = 0; stream < 1_000; stream++) {
            List<NewEvent> events = new ArrayList<>();
            for (int sequence = 0; sequence < 10; sequence++) {
                events.add(SampleEvents.at("stream" + stream, sequence));
            }
            appender.append(events, new AppendContext());
        }
    }

    private static AppenderHealth looked(Appender appender) throws Exception {
        return appender.look().get(60, TimeUnit.SECONDS);
    }

    private static DataSource source(DatabaseAccess access, DatabaseAccess.Login login) {
        return new DriverManagerDataSource(access.url(), login.user(), login.password());
    }

    @Test
    void is_named_when_PostgreSQL_itself_meets_the_end_of_it() throws Exception {
        Servers.mount(disk, "size=40m");
        Path home = Files.createDirectories(disk.resolve("postgres"));
        Path programs = Files.createDirectories(parent.resolve("programs"));
        ServerControl control = new ServerControl(home, ServerPrograms.under(programs), ServerAccount.of(home));
        fillTo(disk.resolve("filler"), 20);
        assertThatThrownBy(() -> control.initialise("secret"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is full: make room");
        assertThat(control.isInitialised()).isFalse();
    }

    @Test
    void is_named_when_nothing_may_be_written_to_it() throws Exception {
        if (Servers.isRoot()) {
            Servers.mount(disk, "size=1m,ro");
        } else {
            Files.createDirectory(
                    disk, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        }
        assertThatThrownBy(() -> EmbeddedServer.start(disk.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("MAAL_DATA")
                .hasMessageNotContaining("\n");
    }

    private static void fill(Path file) throws IOException {
        fillTo(file, 0);
    }

    private static void fillTo(Path file, int megabytesLeft) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (file.toFile().getUsableSpace() > ((long) megabytesLeft << 20)) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}
