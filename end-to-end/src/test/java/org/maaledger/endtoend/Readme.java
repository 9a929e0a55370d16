package org.maaledger.endtoend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands of README and what it says they print.
 *
 * <p>A block fenced as {@code console} holds commands, each a line that begins with {@code $ } and goes on after a
 * backslash and inside a quotation, and under each what it prints. Three dots stand for anything; a line of three dots for any number of lines.
 * Blocks fenced as {@code console containers} are the same, of what needs a container engine.
 */
record Readme(List<Step> steps) {

    private static final String ANYTHING = "...";

    /** A command and what it prints; an empty output means that README shows none. */
    record Step(String command, List<String> output) {

        boolean matches(String printed) {
            String form = output.stream()
                    .map(line -> line.equals(ANYTHING) ? "(?s:.*?)" : quoted(line) + "\\R")
                    .collect(Collectors.joining());
            return Pattern.compile(form)
                    .matcher(printed.endsWith("\n") ? printed : printed + "\n")
                    .matches();
        }

        private static String quoted(String line) {
            return Arrays.stream(line.split(Pattern.quote(ANYTHING), -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
        }
    }

    /** Whether a shell would wait for more: after a backslash, and inside a quotation. */
    private static boolean goesOn(String command) {
        return command.endsWith("\\") || command.chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    /** The commands that need nothing but what README asks for at its beginning. */
    static Readme parse(String markdown) {
        return parse(markdown, "console");
    }

    /** The commands of the blocks that are fenced as {@code fence}. */
    static Readme parse(String markdown, String fence) {
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        boolean continued = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                inside = !inside && line.equals("```" + fence);
                continued = false;
            } else if (inside && continued) {
                Step last = steps.removeLast();
                steps.add(new Step(last.command() + "\n" + line, last.output()));
                continued = goesOn(steps.getLast().command());
            } else if (inside && line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
                continued = goesOn(steps.getLast().command());
            } else if (inside) {
                steps.getLast().output().add(line);
            }
        }
        return new Readme(List.copyOf(steps));
    }
}
