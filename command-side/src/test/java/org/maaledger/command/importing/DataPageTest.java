package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Aim: the table of docs/data.md lets no row vanish. Method: add its lines up. {@code FullFilesTest} compares each line with the program,
 * where the full files are.
 */
class DataPageTest {

    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| (\\S+\\.csv(?:\\.gz)?) \\| ([0-9,]+) \\| ([0-9,]+) \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern COUNT = Pattern.compile("[0-9][0-9,]*(?= )");

    private record File(String name, long read, long recorded, long missing, long refused) {}

    private static List<File> files() throws IOException {
        return LINE.matcher(Files.readString(Path.of("../docs/data.md")))
                .results()
                .map(line -> new File(
                        line.group(1),
                        number(line.group(2)),
                        number(line.group(3)),
                        sum(line.group(4)),
                        sum(line.group(5).replaceAll("under rule [0-9]+", ""))))
                .toList();
    }

    private static long sum(String counts) {
        return COUNT.matcher(counts)
                .results()
                .map(MatchResult::group)
                .mapToLong(DataPageTest::number)
                .sum();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    @Test
    void every_row_that_was_read_is_recorded_or_refused() throws IOException {
        assertThat(files()).hasSize(25).allSatisfy(file -> {
            assertThat(file.recorded() + file.refused()).isEqualTo(file.read());
            assertThat(file.missing()).isLessThanOrEqualTo(file.recorded());
        });
    }

    @Test
    void the_files_of_the_Office_for_National_Statistics_are_all_there() throws IOException {
        List<File> ons = files().stream()
                .filter(file -> !file.name().equals("lait_long.csv.gz"))
                .filter(file -> !file.name().equals("UKContentment.csv"))
                .toList();
        assertThat(ons).hasSize(23);
        assertThat(ons.stream().mapToLong(File::read).sum()).isEqualTo(153_686);
        assertThat(ons.stream().mapToLong(File::recorded).sum()).isEqualTo(153_666);
    }
}
