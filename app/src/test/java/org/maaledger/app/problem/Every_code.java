package org.maaledger.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Aim: whoever meets a code finds out what it means. Method: read the codes out of the sources of both sides. */
class Every_code {

    private static final List<Pattern> CODES = List.of(
            Pattern.compile("\\b(?:forbidden|unknown|conflict|unacceptable)\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("RefusalKind\\.[A-Z]+,\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("RequestRefused\\([0-9]{3},\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("\\b(?:header|parameter|unavailable)\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("\\bCODE = \"([a-z0-9-]+)\""),
            Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z0-9-]+)\""));

    @Test
    void of_both_sides_is_explained() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String side : List.of("command-side", "query-side")) {
            codes.addAll(codesIn(Path.of("..", side, "src", "main", "java")));
        }
        assertThat(codes).as("the patterns find codes").hasSizeGreaterThan(60);
        assertThat(ExplainedProblems.byCode().keySet()).containsAll(codes);
    }

    @Test
    void has_a_meaning_and_a_remedy_in_whole_sentences() {
        assertThat(ExplainedProblems.byCode().values()).allSatisfy(one -> {
            assertThat(one.meaning()).endsWith(".");
            assertThat(one.remedy()).endsWith(".");
        });
    }

    private static Set<String> codesIn(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (Pattern pattern : CODES) {
                    Matcher matcher = pattern.matcher(source);
                    while (matcher.find()) {
                        codes.add(matcher.group(1));
                    }
                }
            }
        }
        return codes;
    }
}
