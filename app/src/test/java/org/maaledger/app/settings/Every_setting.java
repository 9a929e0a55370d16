package org.maaledger.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Aim: whoever looks for a setting finds it, and whatever is promised is read. Method: the names that the programs and the launcher
 * read, beside those that the help, README and the program's own help name.
 */
class Every_setting {

    private static final Path ROOT = Path.of("..");

    /** In Java, the name of a variable is a text of its own. */
    private static final Pattern IN_JAVA = Pattern.compile("\"(MAAL_[A-Z_]+)\"");

    /** In the launcher, a variable of the environment is one that may be absent. */
    private static final Pattern IN_LAUNCHER = Pattern.compile("\\$\\{(MAAL_[A-Z_]+):?-");

    private static final Pattern NAME = Pattern.compile("\\b(MAAL_[A-Z_]+)\\b");

    @Test
    void that_is_read_stands_in_the_help_and_every_one_there_is_read() throws Exception {
        assertThat(names(NAME, output("./maal", "help"))).isEqualTo(read());
    }

    @Test
    void that_is_read_stands_in_README_and_every_one_there_is_read() throws IOException {
        assertThat(names(NAME, Files.readString(ROOT.resolve("README.md")))).isEqualTo(read());
    }

    @Test
    void of_the_program_stands_in_its_own_help() throws IOException {
        String help = Files.readString(ROOT.resolve("app/src/main/java/org/maaledger/app/cli/LedgerCommandLine.java"));
        assertThat(names(NAME, help)).isEqualTo(inJava());
    }

    private static Set<String> read() throws IOException {
        Set<String> read = inJava();
        for (String part : List.of("maal", "launcher/jdk.sh", "launcher/prepared.sh")) {
            read.addAll(names(IN_LAUNCHER, Files.readString(ROOT.resolve(part))));
        }
        return read;
    }

    /** What the programs read; a program consists of every module but the tests and the measurements. */
    private static Set<String> inJava() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("shared-kernel", "event-log", "command-side", "query-side", "app", "demo")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    names.addAll(names(IN_JAVA, Files.readString(file)));
                }
            }
        }
        assertThat(names).as("the pattern finds names").contains("MAAL_PORT", "MAAL_ISSUER");
        return names;
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
