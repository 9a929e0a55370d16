package org.maaledger.app.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What every code means: those of this module, and those of both sides, which are explained in a file that a test holds complete. */
final class ExplainedProblems {

    private ExplainedProblems() {}

    static Map<String, Explanation> byCode() {
        Map<String, Explanation> explained = new TreeMap<>();
        try (InputStream file =
                        Objects.requireNonNull(ExplainedProblems.class.getResourceAsStream("/problems/sides.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ExplainedProblems::explanation)
                    .forEach(one -> explained.put(one.code(), one));
        } catch (IOException e) {
            throw new IllegalStateException("the explanations lie in the jar", e);
        }
        for (KnownProblem problem : KnownProblem.values()) {
            explained.put(problem.code(), Explanation.of(problem));
        }
        return explained;
    }

    private static Explanation explanation(String line) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        return new Explanation(cells[0], Explanation.title(cells[0]), cells[1], cells[2]);
    }
}
