package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /** Where README keeps the demonstration's data, and all else that a trial leaves. */
    private static final String DEMO_DATA = ".maal/demo";

    private static final String TRIALS = ".maal/";

    @TempDir
    Path folder;

    @Test
    void every_command_prints_what_readme_shows() throws IOException {
        Readme readme = Readme.parse(Files.readString(Program.CHECKOUT.resolve("README.md")));
        List<Readme.Step> steps = readme.steps().stream()
                .filter(step -> LASTING.stream().noneMatch(step.command()::startsWith)
                        && !step.command().startsWith(TEST))
                .toList();
        assertThat(readme.steps()).extracting(Readme.Step::command).contains("./maal demo", TEST);
        try (Program demo = Program.start("demo", folder, Map.of())) {
            ProcessBuilder checkout = Program.launcher(
                            List.of(), folder, Map.of("MAAL_PORT", Integer.toString(demo.port())))
                    .directory(Program.CHECKOUT.toFile());
            UnaryOperator<String> here = command -> command.replace(ADDRESS, "http://localhost:" + demo.port())
                    .replace(DEMO_DATA, folder.resolve("data").toString())
                    .replace(TRIALS, folder + "/");
            new ReadmeShell(checkout, folder.resolve("readme.sh"), here).type(steps);
        }
    }

    @Test
    void continuous_integration_runs_the_test_command_of_readme() throws IOException {
        assertThat(Files.readString(Program.CHECKOUT.resolve(".ci/run"))).contains(TEST);
    }
}
