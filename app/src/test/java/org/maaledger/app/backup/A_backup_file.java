package org.maaledger.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.postgres.Servers;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.LogSchema;

/**
 * Aim: a file is whole, of a form that is known, and its owner's alone, or it is refused. Method: a small file, cut off and altered at the
 * borders of all its parts; no database is needed for that.
 */
class A_backup_file {

    private static final byte[] ROWS = "1\tone\n2\ttwo\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void is_an_archive_that_only_its_owner_may_read_and_leaves_nothing_else() throws Exception {
        Path file = written(manifest(Manifest.FORMAT, LogSchema.VERSION));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (ZipInputStream any = new ZipInputStream(Files.newInputStream(file));
                BackupContent content = BackupContent.of(file, Ledgers.QUIET)) {
            assertThat(any.getNextEntry().getName()).isEqualTo("ledger.event.copy");
            assertThat(any.readAllBytes()).isEqualTo(ROWS);
            assertThat(content.manifest()).isEqualTo(manifest(Manifest.FORMAT, LogSchema.VERSION));
        }
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void is_refused_when_anything_of_it_is_missing_or_another() throws Exception {
        Path file = written(manifest(Manifest.FORMAT, LogSchema.VERSION));
        byte[] whole = Files.readAllBytes(file);
        for (int border : borders(file, whole.length)) {
            assertRefused(Arrays.copyOf(whole, border), "cut off at " + border);
        }
        for (int place : IntStream.range(0, whole.length)
                .filter(i -> i % 7 == 0 || i > whole.length - 70)
                .toArray()) {
            byte[] altered = whole.clone();
            altered[place] ^= 1;
            assertRefused(altered, "another byte at " + place);
        }
        assertRefused(
                (new String(whole, StandardCharsets.ISO_8859_1) + "\n").getBytes(StandardCharsets.ISO_8859_1), "more");
        assertRefused("not a backup at all".getBytes(StandardCharsets.UTF_8), "something else");
    }

    @Test
    void is_refused_when_it_is_of_another_form_or_of_newer_tables() throws Exception {
        assertThatThrownBy(() -> BackupContent.of(written(manifest(2, LogSchema.VERSION)), Ledgers.QUIET))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has the form 2 of a backup and this program reads form 1")
                .hasMessageContaining("1.2.3");
        assertThatThrownBy(() -> BackupContent.of(written(manifest(Manifest.FORMAT, "999")), Ledgers.QUIET))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("tables of version 999 and this program knows them up to " + LogSchema.VERSION);
        assertThatThrownBy(() -> BackupContent.of(folder.resolve("nowhere"), Ledgers.QUIET))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void takes_the_place_of_another_only_when_told_to() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "something of value");
        assertThatThrownBy(() -> BackupFile.begin(file, false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("exists")
                .hasMessageContaining("--force");
        assertThat(file).hasContent("something of value");
        try (BackupFile unfinished = BackupFile.begin(file, true)) {
            unfinished.member("any", out -> out.write(ROWS));
        }
        assertThat(file).hasContent("something of value");
        try (BackupFile finished = BackupFile.begin(file, true)) {
            finished.member("any", out -> out.write(ROWS));
            finished.finish();
        }
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }

    @Test
    void leaves_a_file_alone_that_appeared_while_it_was_written() throws Exception {
        Path file = folder.resolve("appears");
        try (BackupFile late = BackupFile.begin(file, false)) {
            late.member("any", out -> out.write(ROWS));
            Files.writeString(file, "something of value");
            assertThatThrownBy(late::finish)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("exists")
                    .hasMessageContaining("--force");
        }
        assertThat(file).hasContent("something of value");
        assertThat(folder.toFile().list()).containsExactly("appears");
    }

    @Test
    void is_begun_anew_after_one_that_was_killed_but_not_beside_one_that_is_being_written() throws Exception {
        Path file = folder.resolve("file");
        Path part = Files.writeString(folder.resolve("file.0123456789abcdef.part"), "half");
        Path another = Files.writeString(folder.resolve("file.old.part"), "no business of ours");
        try (BackupFile first = BackupFile.begin(file, false)) {
            assertThatThrownBy(() -> BackupFile.begin(file, false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another backup is being written");
            assertThat(first.path()).isEqualTo(file);
            assertThat(part).doesNotExist();
            assertThat(folder).isDirectoryContaining("glob:**/file.*[0-9a-f].part");
        }
        assertThat(folder.toFile().list()).containsExactly(another.getFileName().toString());
    }

    @Test
    void is_refused_in_one_line_where_it_cannot_be_written() {
        assertThatThrownBy(() -> BackupFile.begin(folder.resolve("no/such/folder/file"), false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("its folder does not exist")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> BackupFile.begin(folder, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void leaves_nothing_on_a_disk_that_is_full_and_says_so() throws Exception {
        Path disk = folder.resolve("disk");
        Servers.mount(disk, "size=256k");
        try {
            byte[] incompressible = new byte[1 << 20];
            new Random(1).nextBytes(incompressible);
            assertThatThrownBy(() -> {
                        try (BackupFile file = BackupFile.begin(disk.resolve("file"), false)) {
                            file.member("any", out -> out.write(incompressible));
                            file.finish();
                        }
                    })
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageNotContaining("\n");
            assertThat(disk).isEmptyDirectory();
        } finally {
            assertThat(Servers.run("umount", disk.toString())).isTrue();
        }
    }

    private void assertRefused(byte[] bytes, String how) throws IOException {
        Path file = Files.write(folder.resolve("refused"), bytes);
        assertThatThrownBy(() -> BackupContent.of(file, Ledgers.QUIET))
                .as(how)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is no whole backup of a ledger")
                .hasMessageNotContaining("\n");
    }

    /** Where a part of the file begins or ends, and one byte before. */
    private static SortedSet<Integer> borders(Path file, int length) throws IOException {
        SortedSet<Integer> borders = new TreeSet<>(List.of(0, 1, 63, 64, 65, length - 65, length - 64, length - 1));
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                int begin = (int) entry.getLocalHeaderOffset();
                int data = (int) entry.getDataOffset();
                int end = data + (int) entry.getCompressedSize();
                borders.addAll(List.of(begin, data, end, Math.max(0, begin - 1), data - 1, end - 1));
            }
        }
        return borders;
    }

    private Path written(Manifest manifest) throws SQLException {
        Path file = folder.resolve("form-%d-%s".formatted(manifest.format(), manifest.schema()));
        try (BackupFile target = BackupFile.begin(file, false)) {
            target.member("ledger.event.copy", out -> out.write(ROWS));
            target.member(Manifest.NAME, out -> out.write(manifest.json()));
            target.finish();
        }
        return file;
    }

    private static Manifest manifest(int format, String schema) {
        return new Manifest(
                format,
                "1.2.3",
                schema,
                "2026-01-31T12:00:00.000000Z",
                2,
                List.of(new Manifest.Member("ledger.event", List.of("position", "name"), 2, ROWS.length, "unused")));
    }
}
