package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One shell in which somebody types the commands of README.
 *
 * @param surroundings its folder and environment
 * @param script where what is typed is put down
 * @param here the command as it has to be typed here, for instance at another port
 */
record ReadmeShell(ProcessBuilder surroundings, Path script, UnaryOperator<String> here) {

    private static final Duration TIME_MAX = Duration.ofMinutes(10);

    /** Types {@code steps} one after the other; each has to succeed and to print what README shows. */
    void type(List<Readme.Step> steps) throws IOException {
        List<String> printed = printed(steps);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).output().isEmpty() && !steps.get(i).matches(printed.get(i))) {
                wrong.add("$ %s%nREADME shows:%n%s%nit printed:%n%s"
                        .formatted(
                                steps.get(i).command(),
                                String.join("\n", steps.get(i).output()),
                                printed.get(i)));
            }
        }
        assertThat(wrong)
                .as("commands that print something else than README shows")
                .isEmpty();
    }

    private List<String> printed(List<Readme.Step> steps) throws IOException {
        String rest = run(steps);
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String mark = "\n@@%d ".formatted(i);
            int at = rest.indexOf(mark);
            assertThat(at)
                    .as("the shell ended at '%s': %s", steps.get(i).command(), rest)
                    .isNotNegative();
            int end = rest.indexOf("@@\n", at + mark.length());
            assertThat(rest.substring(at + mark.length(), end))
                    .as("exit code of '%s', which printed: %s", steps.get(i).command(), rest.substring(0, at))
                    .isEqualTo("0");
            printed.add(rest.substring(0, at)
                    .lines()
                    .map(String::stripTrailing)
                    .collect(Collectors.joining("\n"))
                    .stripTrailing());
            rest = rest.substring(end + 3);
        }
        return printed;
    }

    /** All that is printed, with a mark and the exit code after each step. */
    private String run(List<Readme.Step> steps) throws IOException {
        StringBuilder text = new StringBuilder("exec 2>&1\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append(here.apply(steps.get(i).command()))
                    .append("\nprintf '\\n@@%d %d@@\\n' ")
                    .append(i)
                    .append(" $?\n");
        }
        Files.writeString(script, text);
        surroundings.command("bash", script.toString());
        return Command.run(surroundings, TIME_MAX).output();
    }
}
