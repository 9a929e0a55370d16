package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Aim: the reader of README neither skips a command nor lets a wrong output pass. Method: a small README, right and wrong. */
class ReadmeFormTest {

    private static final String PAGE = """
            # Title

            ```console
            $ echo one \\
                two
            one two
            $ date
            Sun ... 2026
            ...
            the end
            ```

            ```
            $ not a command
            ```

            ```console containers
            $ build
            built
            ```
            """;

    private static final Readme README = Readme.parse(PAGE);

    @Test
    void takes_every_command_of_a_console_block_and_no_other() {
        assertThat(README.steps())
                .containsExactly(
                        new Readme.Step("echo one \\\n    two", List.of("one two")),
                        new Readme.Step("date", List.of("Sun ... 2026", "...", "the end")));
    }

    @Test
    void keeps_the_commands_for_containers_apart() {
        assertThat(Readme.parse(PAGE, "console containers").steps())
                .containsExactly(new Readme.Step("build", List.of("built")));
    }

    @Test
    void lets_dots_stand_for_anything_and_nothing_else_pass() {
        Readme.Step date = README.steps().getLast();
        assertThat(date.matches("Sun 22 Nov 2026\nthe end")).isTrue();
        assertThat(date.matches("Sun 22 Nov 2026\nand\nmore\nthe end")).isTrue();
        assertThat(date.matches("Mon 22 Nov 2026\nthe end")).isFalse();
        assertThat(date.matches("Sun 22 Nov 2026\nthe end?")).isFalse();
        assertThat(date.matches("Sun 22 Nov 2026")).isFalse();
    }
}
