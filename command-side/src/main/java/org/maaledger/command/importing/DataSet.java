package org.maaledger.command.importing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which data set of its source a file holds. The codes of indicators that grow from a file are made of it, so it must not change when
 * somebody saves the file under another name.
 *
 * @param name what the source calls it, in the form that codes have, such as {@code claimant-count}; for sources whose indicators do
 *     not grow, whatever the file is called
 */
record DataSet(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,19}");

    private static final int NAME_CHARACTERS_MAX = 80;
    private static final Pattern ENDING = Pattern.compile("\\.(csv|txt)(\\.gz)?$|\\.gz$");
    /** What a browser adds to the name of a file that it has saved before. */
    private static final Pattern COPY = Pattern.compile("\\s*\\(\\d{1,3}\\)(?=\\.|$)");

    private static final Pattern NO_CODE = Pattern.compile("[^a-z0-9]+");

    /**
     * The data set that somebody says a file holds.
     *
     * @param given its name, with or without the prefix of the source's codes
     * @throws IllegalArgumentException if it is none, or the source's files name their indicators themselves
     */
    static DataSet said(String given, Mapping mapping) {
        if (!mapping.indicators().grows()) {
            throw new IllegalArgumentException(
                    "Files of the mapping %s name their indicators in their rows: leave the indicator out."
                            .formatted(mapping.name()));
        }
        String prefix = mapping.indicators().prefix() + ":";
        String name = given.startsWith(prefix) ? given.substring(prefix.length()) : given;
        if (name.length() > NAME_CHARACTERS_MAX || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An indicator is named as its source names the file, in lower case with hyphens, such as claimant-count.");
        }
        return new DataSet(name);
    }

    /** The data set of a file: that which is said, or else that of its name; null if that is none. */
    static @Nullable DataSet of(@Nullable DataSet said, String fileName, Mapping mapping, Dictionary dictionary) {
        return said == null ? published(fileName, mapping, dictionary) : said;
    }

    /** The data set that a file is published under, null if its name is none that the source uses. */
    static @Nullable DataSet published(String fileName, Mapping mapping, Dictionary dictionary) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        String bare = ENDING.matcher(COPY.matcher(lower).replaceAll("")).replaceFirst("");
        if (!mapping.indicators().grows()) {
            return new DataSet(bare);
        }
        String name = coded(bare);
        return dictionary.hasTopic(name) ? new DataSet(name) : null;
    }

    /** A name in the form that codes have. */
    static String coded(String name) {
        String coded = NO_CODE.matcher(name.toLowerCase(Locale.ROOT).replace("&", " and "))
                .replaceAll("-");
        return coded.replaceAll("^-|-$", "");
    }
}
