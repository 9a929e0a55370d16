package org.maaledger.app.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Aim: whoever meets a code finds out what it means. Method: read the codes, and the words of refusals, out of the sources. */
class Every_code {

    private static final List<Pattern> CODES = List.of(
            Pattern.compile("\\b(?:forbidden|unknown|conflict|unacceptable)\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("RefusalKind\\.[A-Z]+,\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("RequestRefused\\([0-9]{3},\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("\\b(?:header|parameter|unavailable)\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("\\bCODE = \"([a-z0-9-]+)\""),
            Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z0-9-]+)\""));

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final String WITH_VALUES =
            "(?:\\s*\\.formatted\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))?,\\s*";

    /** The grounds of a refusal: its code, its rule and its remedy. */
    private static final Pattern GROUNDS = Pattern.compile(
            "\\b(?:forbidden|unknown|conflict|unacceptable)\\(\\s*\"([a-z0-9-]+)\",\\s*" + TEXT + WITH_VALUES + TEXT);

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
    void is_explained_in_the_words_of_a_refusal() throws IOException {
        Map<String, Set<Explanation>> words = new TreeMap<>();
        for (String source : sourcesIn(Path.of("..", "command-side", "src", "main", "java"))) {
            Matcher grounds = GROUNDS.matcher(source);
            while (grounds.find()) {
                String code = grounds.group(1);
                words.computeIfAbsent(code, key -> new HashSet<>())
                        .add(new Explanation(
                                code, Explanation.title(code), dotted(grounds.group(2)), dotted(grounds.group(3))));
            }
        }
        assertThat(words).as("the pattern finds refusals").hasSizeGreaterThan(60);
        Map<String, Explanation> explained = ExplainedProblems.byCode();
        assertThat(words.keySet())
                .filteredOn(code -> !requireNonNull(words.get(code)).contains(explained.get(code)))
                .isEmpty();
    }

    /** What differs from case to case, as the explanations show it. */
    private static String dotted(String text) {
        return text.replaceAll("%[sd]", "…");
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
        for (String source : sourcesIn(sources)) {
            for (Pattern pattern : CODES) {
                Matcher matcher = pattern.matcher(source);
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        return codes;
    }

    private static List<String> sourcesIn(Path folder) throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
