package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Aim: what is written about the containers does not drift apart. Method: the files beside each other; no engine is needed. */
class ContainerFilesTest {

    private static final Pattern OPTIONS = Pattern.compile("(?m)^ *(?:local )?options=\\((--enable.*)\\)$");

    @Test
    void java_is_started_in_a_container_as_the_launcher_starts_it() throws IOException {
        assertThat(first(OPTIONS, read("containers/maal"))).isEqualTo(first(OPTIONS, read("maal")));
        assertThat(read("containers/maal")).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(read("maal")).contains("-XX:+ExitOnOutOfMemoryError");
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
