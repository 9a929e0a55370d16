package org.maaledger.kernel.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that only the source can show, because the compiler leaves no trace of them. Each answers with what breaks it. */
public final class SourceRules {

    /** Longer than this, a file holds more than one thing. */
    public static final int FILE_LINES_MAX = 250;

    /** Longer than this, the body of a method does not fit on a screen; what its annotations document is not counted. */
    public static final int METHOD_LINES_MAX = 40;

    /** A package's comment of fewer words than this says nothing that its name does not. */
    private static final int PACKAGE_WORDS_MIN = 6;

    private static final Pattern DOCUMENTATION = Pattern.compile("/\\*\\*(?<text>.*?)\\*/", Pattern.DOTALL);

    private SourceRules() {}

    /** R11. Packages under {@code sources} that are not marked for null, or do not say what they are for. */
    public static List<String> undocumentedPackages(Path sources) {
        return javaFiles(sources)
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !directory.equals(sources))
                .filter(directory -> !documented(directory.resolve("package-info.java")))
                .map(Path::toString)
                .toList();
    }

    /** R13. Switches under {@code sources} that would silently swallow a new member of a sealed family. */
    public static List<String> defaultsOverSealedTypes(Path sources) {
        return SourceCode.of(sources).defaultsOverSealedTypes();
    }

    /** Files and methods under {@code sources} that are too long to be read in one go. */
    public static List<String> tooLong(Path sources) {
        return tooLong(sources, FILE_LINES_MAX, METHOD_LINES_MAX);
    }

    static List<String> tooLong(Path sources, int fileLinesMax, int methodLinesMax) {
        Stream<String> files = javaFiles(sources)
                .filter(file -> text(file).lines().count() > fileLinesMax)
                .map(file -> "%s has more than %d lines".formatted(file.getFileName(), fileLinesMax));
        return Stream.concat(files, SourceCode.of(sources).methodsLongerThan(methodLinesMax).stream())
                .toList();
    }

    static Stream<Path> javaFiles(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean documented(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = text(packageInfo);
        var comment = DOCUMENTATION.matcher(text);
        return text.contains("@NullMarked")
                && comment.find()
                && comment.group("text").strip().split("\\s+").length >= PACKAGE_WORDS_MIN;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
