package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aim: what is written about the containers does not drift apart. Method: the files beside each other; no engine is needed. */
class ContainerFilesTest {

    private static final Pattern OPTIONS = Pattern.compile("(?m)^(?:options|readonly JAVA_ALWAYS)=\\((--enable.*)\\)$");

    @TempDir
    private Path bin;

    @Test
    void java_is_started_in_a_container_as_the_launcher_starts_it() throws IOException {
        assertThat(first(OPTIONS, read("containers/maal"))).isEqualTo(first(OPTIONS, read("maal")));
        assertThat(read("containers/maal")).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(read("maal")).contains("-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void other_commands_leave_the_memory_of_the_container_to_the_ledger() throws Exception {
        assertThat(started("run")).contains("-XX:MaxRAMPercentage=60").doesNotContain("-Xmx");
        assertThat(started("backup", "f")).contains("-Xmx64m -XX:+UseSerialGC").endsWith("app.jar backup f");
        assertThat(started("restore", "f")).contains("-Xmx96m -XX:+UseSerialGC").doesNotContain("MaxRAMPercentage");
    }

    /** How the container's own script starts Java: a Java that prints its arguments stands first on the path. */
    private String started(String... arguments) throws IOException {
        Path java = bin.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(
                List.of("bash", Program.CHECKOUT.resolve("containers/maal").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command);
        script.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        script.environment().keySet().removeIf(name -> name.startsWith("MAAL_"));
        Program.Finished finished = Command.run(script, Duration.ofMinutes(1));
        assertThat(finished.exit()).as(finished.output()).isZero();
        return finished.output().strip();
    }

    @Test
    void every_setting_of_the_compose_file_is_explained_and_every_one_explained_is_there() throws IOException {
        Set<String> read = all(Pattern.compile("\\$\\{([A-Z_]+)"), read("docker-compose.yml"));
        assertThat(read).contains("MAAL_DATABASE_PASSWORD");
        assertThat(all(Pattern.compile("(?m)^\\| `([A-Z_]+)`"), read("docs/containers.md")))
                .isEqualTo(read);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Program.CHECKOUT.resolve(file));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
