package org.maaledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.settings.CannotStart;

/** Aim: whoever looks at a ledger finds its server, running or not, and disturbs nobody. Method: the real one, in both states. */
class A_ledger_that_is_reached {

    @TempDir
    Path parent;

    @Test
    void is_joined_while_it_runs_and_goes_on_and_is_started_for_the_time_when_it_does_not() throws Exception {
        Path data = parent.resolve("data");
        try (EmbeddedServer running = Servers.start(data)) {
            try (Database joined = Servers.reach(data)) {
                assertThat(joined.access()).isEqualTo(running.access());
                assertThat(Servers.ask(joined.access(), joined.access().owner(), "SELECT current_user"))
                        .isEqualTo("maal_owner");
            }
            assertThat(Servers.ask(running.access(), running.access().app(), "SELECT 'goes on'"))
                    .isEqualTo("goes on");
            Path pid = data.resolve("postgres/cluster/postmaster.pid");
            Files.move(pid, data.resolve("aside"));
            assertThatThrownBy(() -> Servers.reach(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("just starting or stopping");
            Files.move(data.resolve("aside"), pid);
            for (String missing : List.of("owner", "app")) {
                assertBetweenStatesWithout(missing, data);
            }
            Files.move(data.resolve("secrets"), data.resolve("elsewhere"));
            assertThatThrownBy(() -> Servers.reach(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("passwords in")
                    .hasMessageContaining("cannot be read");
            Files.move(data.resolve("elsewhere"), data.resolve("secrets"));
        }
        try (Database started = Servers.reach(data)) {
            assertThat(Servers.ask(started.access(), started.access().app(), "SELECT 1"))
                    .isEqualTo("1");
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    /** As during another process's first start, which makes one password after the other. */
    private static void assertBetweenStatesWithout(String missing, Path data) throws IOException {
        Path secrets = data.resolve("secrets");
        String all = Files.readString(secrets);
        String some = all.lines()
                .filter(line -> !line.startsWith(missing + "="))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        assertThat(some).isNotEqualTo(all);
        Files.writeString(secrets, some);
        assertThatThrownBy(() -> Servers.reach(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("just starting or stopping");
        assertThat(secrets).as("not its to write").hasContent(some);
        Files.writeString(secrets, all);
    }

    @Test
    void is_not_made_where_there_is_none() {
        Path data = parent.resolve("data");
        assertThatThrownBy(() -> Servers.reach(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is no ledger in " + data)
                .hasMessageContaining("MAAL_DATA");
        assertThat(data).doesNotExist();
    }
}
