package org.maaledger.command.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The full files of the sources, where {@code MAAL_REAL_DATA} names a folder that has them. */
final class RealFiles {

    private RealFiles() {}

    /** The folder; without it a test is skipped, and says so. */
    static Path folder() {
        return Optional.ofNullable(System.getenv("MAAL_REAL_DATA"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .orElseThrow(() -> new TestAbortedException(
                        "SKIPPED: set MAAL_REAL_DATA to a folder with the published files to run this test"));
    }

    /** The 23 files of the Office for National Statistics. */
    static List<Path> ons() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("ons"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** The long file of the Department for Education. */
    static Path lait() {
        return folder().resolve("lait/lait_long.csv.gz");
    }

    /** The Place Survey, wide. */
    static Path placeSurvey() {
        return folder().resolve("place-survey-2008/UKContentment.csv");
    }
}
