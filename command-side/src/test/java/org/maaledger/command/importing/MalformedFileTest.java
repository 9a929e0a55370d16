package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.area.AreaCode;

/**
 * Aim: a file that is no file of figures is refused in words that help, in little memory, and nothing of it is recorded. Method: what
 * people hand in by mistake, and what nobody hands in by mistake.
 */
class MalformedFileTest {

    private static final String GOOD = OnsScene.row("6.1", "");

    private final OnsScene scene = new OnsScene();

    private Fault refused(byte[] file) throws IOException {
        ImportReport report = scene.importing(file, "claimant-count.csv", false);
        assertThat(report.readToTheEnd()).isFalse();
        assertThat(report.recorded()).isZero();
        assertThat(scene.ledger.allReadingEvents()).isEmpty();
        assertThat(scene.ledger.indicators()).isEmpty();
        assertThat(scene.onlyFault().remedy()).isNotBlank();
        return scene.onlyFault();
    }

    private Fault refused(String file) throws IOException {
        return refused(file.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.write('x');
        }
        return packed.toByteArray();
    }

    private static byte[] text(Charset charset) {
        return ("\uFEFF" + OnsScene.HEADER + GOOD + "\n").getBytes(charset);
    }

    static Stream<Arguments> mistakes() throws IOException {
        return Stream.of(
                Arguments.of("a zip archive or xlsx", zip(), "zip archive"),
                Arguments.of("a zip in a gzip", gzip(zip()), "zip archive"),
                Arguments.of("a gzip in a gzip", gzip(gzip(text(StandardCharsets.UTF_8))), "gzip"),
                Arguments.of(
                        "an xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "old spreadsheet"),
                Arguments.of("a PDF", "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), "PDF"),
                Arguments.of("a Parquet file", "PAR1....PAR1".getBytes(StandardCharsets.US_ASCII), "Parquet"),
                Arguments.of("a web page", "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII), "web page"),
                Arguments.of("UTF-16, low byte first", text(StandardCharsets.UTF_16LE), "UTF-16"),
                Arguments.of("UTF-16, high byte first", text(StandardCharsets.UTF_16BE), "UTF-16"),
                Arguments.of(
                        "UTF-16 without a mark", OnsScene.HEADER.getBytes(StandardCharsets.UTF_16LE), "zero bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void another_kind_of_file_is_called_by_its_name(String what, byte[] file, String named) throws IOException {
        Fault fault = refused(file);
        assertThat(fault.rule()).isEqualTo(1);
        assertThat(fault.row()).isEqualTo(1);
        assertThat(fault.message()).contains(named);
    }

    @Test
    void an_empty_file_is_told_apart_from_one_without_rows() throws IOException {
        assertThat(refused("").message()).contains("empty");
    }

    @Test
    void a_file_without_rows_is_a_fault() throws IOException {
        ImportReport headerOnly = scene.text(OnsScene.HEADER);
        assertThat(headerOnly.readToTheEnd()).isTrue();
        assertThat(headerOnly.rows()).isZero();
        assertThat(scene.onlyFault().rule()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_kind_of_line_end_is_taken(String end) throws IOException {
        ImportReport report = scene.text((OnsScene.HEADER + "?" + GOOD + "\n" + GOOD + "\n").replace("\n", end));
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(scene.onlyFault().row()).isEqualTo(2);
    }

    @Nested
    class A_header {

        @ParameterizedTest
        @CsvSource({"';', ;", "'\t', tabs", "'|', |"})
        void with_another_separator_is_one_fault(String separator, String named) throws IOException {
            Fault fault = refused((OnsScene.HEADER + GOOD + "\n").replace(",", separator));
            assertThat(fault.rule()).isEqualTo(5);
            assertThat(fault.message()).contains(named);
        }

        @Test
        void without_columns_that_are_needed_names_each_of_them_and_those_there_are() throws IOException {
            ImportReport report = scene.text("areacd,areanm\nE06000002,Middlesbrough\n");
            assertThat(report.readToTheEnd()).isFalse();
            assertThat(scene.faults.rules()).containsOnly(2).hasSize(9);
            assertThat(scene.faults.faults().getFirst().message()).contains("areacd, areanm");
        }

        @Test
        void with_a_column_twice_is_refused_if_the_column_is_used() throws IOException {
            assertThat(refused(OnsScene.HEADER.strip() + ",period\n" + GOOD + ",\n")
                            .rule())
                    .isEqualTo(3);
        }

        @Test
        void with_a_column_twice_is_taken_if_the_column_is_not_used() throws IOException {
            assertThat(scene.text(OnsScene.HEADER.strip() + ",notes\n" + GOOD + ",\n")
                            .recorded())
                    .isEqualTo(1);
        }

        @Test
        void of_hundreds_of_columns_is_not_repeated_whole_in_each_fault() throws IOException {
            scene.text("column,".repeat(900) + "\n");
            assertThat(scene.faults.faults())
                    .allSatisfy(fault -> assertThat(fault.message()).hasSizeLessThan(1_000));
        }

        @Test
        void of_a_million_columns_is_refused() throws IOException {
            Fault fault = refused("column,".repeat(1_000_000) + "\n");
            assertThat(fault.rule()).isEqualTo(1);
            assertThat(fault.message()).contains("1,000 cells");
        }
    }

    @Nested
    class A_file_that_cannot_be_read_to_its_end {

        @Test
        void for_a_quotation_mark_that_is_never_closed_names_the_row_in_which_it_is_opened() throws IOException {
            Fault fault =
                    refused(OnsScene.HEADER + GOOD + "\n" + GOOD.replace("Middles", "\"Middles") + "\n" + GOOD + "\n");
            assertThat(fault.rule()).isEqualTo(1);
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.message()).contains("never closed");
        }

        @Test
        void for_what_stands_behind_a_closing_quotation_mark_names_the_row() throws IOException {
            Fault fault = refused(OnsScene.HEADER + GOOD.replace("Middlesbrough", "\"Middles\"brough") + "\n");
            assertThat(fault.row()).isEqualTo(2);
            assertThat(fault.message()).contains("written twice");
        }

        @Test
        void for_a_cell_of_100_MB_is_refused_in_little_memory() throws IOException {
            ImportReport report = scene.importing(
                    () -> new SequenceInputStream(
                            new ByteArrayInputStream(OnsScene.HEADER.getBytes(StandardCharsets.UTF_8)),
                            new Cell(100_000_000)),
                    "claimant-count.csv",
                    false);
            assertThat(report.readToTheEnd()).isFalse();
            assertThat(scene.onlyFault().message()).contains("1,048,576 characters");
        }

        @Test
        void for_gzip_that_is_cut_off_says_behind_which_line() throws IOException {
            byte[] whole = gzip((OnsScene.HEADER + (GOOD + "\n").repeat(5_000)).getBytes(StandardCharsets.UTF_8));
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            scene.importing(half, "claimant-count.csv.gz", false);
            assertThat(scene.faults.faults().getLast().rule()).isEqualTo(1);
            assertThat(scene.faults.faults().getLast().message()).contains("behind line", "cut off");
            assertThat(scene.ledger.allReadingEvents()).isEmpty();
        }

        @Test
        void for_gzip_that_is_damaged_says_so() throws IOException {
            assertThat(refused(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2})
                            .rule())
                    .isEqualTo(1);
        }

        @Test
        void for_it_unpacks_into_more_than_any_file_has_is_given_up() throws IOException {
            byte[] bomb = gzip("\n".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));
            assertThat(bomb).hasSizeLessThan(10_000);
            try (FileRows rows = new FileRows(new ByteArrayInputStream(bomb), 1_000_000)) {
                assertThat(rows.next()).isNull();
                throw new AssertionError("it was read to its end");
            } catch (FileRows.Unreadable e) {
                assertThat(e.rule()).isEqualTo(ImportRule.FILE_TOO_LONG);
            }
        }
    }

    @Test
    void a_file_of_ever_new_series_is_given_up_before_memory_is() throws IOException {
        StringBuilder file = new StringBuilder(OnsScene.HEADER);
        for (int i = 0; i < 11_000; i++) {
            file.append("E%08d,Made up,Nation,Claimant Count,2009-01-01/P1Y,1,P,%%,,,,\n".formatted(20_000_000 + i));
        }
        assertThat(refused(file.toString()).rule()).isEqualTo(7);
        assertThat(scene.ledger.areas()).doesNotContainKey(new AreaCode("E20000001"));
    }

    /** One cell without end, or nearly. */
    private static final class Cell extends InputStream {
        private long left;

        Cell(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            Arrays.fill(buffer, from, from + given, (byte) 'x');
            left -= given;
            return given;
        }
    }
}
