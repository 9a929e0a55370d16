package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Aim: no command of a test holds the tests up for ever. Method: one that ends, and one whose child would go on for long. */
class CommandTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @Test
    void tells_what_a_command_that_ends_printed_and_exited_with() {
        Program.Finished finished = Command.run(bash("echo one; echo two >&2; exit 7"), LONG_ENOUGH);
        assertThat(finished).isEqualTo(new Program.Finished(7, "one\ntwo\n"));
    }

    @Test
    void kills_a_command_whose_time_is_up_with_all_that_it_started() throws Exception {
        Program.Finished finished = Command.run(bash("sleep 1234 & echo $!; wait"), Duration.ofSeconds(5));
        assertThat(finished.exit()).isEqualTo(Command.TIME_WAS_UP);
        assertThat(finished.output()).contains("had not ended within PT5S");
        var child = ProcessHandle.of(
                Long.parseLong(finished.output().lines().findFirst().orElseThrow()));
        if (child.isPresent()) {
            child.get().onExit().get(LONG_ENOUGH.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    private static ProcessBuilder bash(String script) {
        return new ProcessBuilder("bash", "-c", script);
    }
}
