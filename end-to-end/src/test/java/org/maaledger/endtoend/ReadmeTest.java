package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: whoever follows README to the letter sees what README shows. Method: start the demonstration as README says, run every other
 * command of README in one shell, in order, and hold what it prints against what README shows.
 */
class ReadmeTest {

    /** Programs that go on until they are stopped: started here, one at a time, not in the shell. */
    private static final Set<String> LASTING = Set.of("./maal demo", "./maal run");

    /** Running this would run itself; that it is what continuous integration runs is tested below. */
    private static final String TEST = "./maal test";

    private static final String ADDRESS = "http://localhost:8080";

    @TempDir
    Path folder;

    @Test
    void every_command_prints_what_readme_shows() throws IOException, InterruptedException {
        Readme readme = Readme.parse(Files.readString(Program.CHECKOUT.resolve("README.md")));
        List<Readme.Step> steps = readme.steps().stream()
                .filter(step -> LASTING.stream().noneMatch(step.command()::startsWith)
                        && !step.command().startsWith(TEST))
                .toList();
        assertThat(readme.steps()).extracting(Readme.Step::command).contains("./maal demo", TEST);
        try (Program demo = Program.start("demo", folder, Map.of())) {
            List<String> printed = shell(demo, steps);
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
    }

    @Test
    void continuous_integration_runs_the_test_command_of_readme() throws IOException {
        assertThat(Files.readString(Program.CHECKOUT.resolve(".ci/run"))).contains(TEST);
    }

    /** What each step prints, with its exit code asserted to be 0. */
    private List<String> shell(Program demo, List<Readme.Step> steps) throws IOException, InterruptedException {
        Path script = folder.resolve("readme.sh");
        StringBuilder text = new StringBuilder("exec 2>&1\n");
        for (int i = 0; i < steps.size(); i++) {
            String command = steps.get(i).command().replace(ADDRESS, "http://localhost:" + demo.port());
            text.append(command).append("\nprintf '\\n@@%d %d@@\\n' ").append(i).append(" $?\n");
        }
        Files.writeString(script, text);
        ProcessBuilder builder =
                Program.launcher(List.of(), folder, Map.of("MAAL_PORT", Integer.toString(demo.port())));
        builder.command("bash", script.toString()).directory(Program.CHECKOUT.toFile());
        Process bash = builder.redirectErrorStream(true).start();
        String all = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(10, TimeUnit.MINUTES)).isTrue();
        List<String> printed = new ArrayList<>();
        String rest = all;
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
}
