package org.maaledger.app.cli;

import java.util.Locale;
import java.util.stream.Collectors;

/** Text of others on its way to a terminal: it may say anything there, but do nothing. */
final class Printable {

    private Printable() {}

    /**
     * {@code text} in one line, with every character written out that would move a terminal's cursor, change its colours or its title,
     * break the line or turn the direction of reading.
     */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(one -> line.append(
                        isHarmless(one) ? Character.toString(one) : String.format(Locale.ROOT, "\\u%04x", one)));
        return line.toString();
    }

    /** The same for text whose lines are its own. */
    static String lines(String text) {
        return text.lines().map(Printable::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static boolean isHarmless(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
