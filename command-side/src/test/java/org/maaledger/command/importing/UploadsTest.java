package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.command.importing.Uploads.Bounds;
import org.maaledger.command.importing.Uploads.Upload;

/** Aim: files that are sent fill no disk, and none stays behind. Method: good and bad bodies, and what the folder holds meanwhile. */
class UploadsTest {

    private static final Bounds ONE_OF_TEN_BYTES = new Bounds(1, 10, Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void refuses(Uploads uploads, InputStream body, int status, String code) throws IOException {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> uploads.receive(body))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(status);
                    assertThat(refused.code()).isEqualTo(code);
                });
        if (Files.exists(folder)) {
            assertThat(left()).isEmpty();
        }
    }

    private static void takes(Uploads uploads, String text) throws IOException {
        try (Upload upload = uploads.receive(body(text))) {
            assertThat(upload.open().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(text);
        }
    }

    @Test
    void a_file_can_be_read_again_and_has_no_name_that_could_be_left_behind() throws IOException {
        Uploads uploads = new Uploads(folder, ONE_OF_TEN_BYTES);
        try (Upload upload = uploads.receive(body("figures"))) {
            assertThat(left()).isEmpty();
            for (int i = 0; i < 2; i++) {
                try (InputStream in = upload.open()) {
                    assertThat(in.readAllBytes())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo("figures");
                }
            }
        }
    }

    @Test
    void what_an_earlier_process_left_is_removed_at_the_start_and_nothing_else_is() throws IOException {
        Files.writeString(folder.resolve("import-left"), "figures");
        Files.writeString(folder.resolve("other"), "not ours");
        Uploads uploads = new Uploads(folder, ONE_OF_TEN_BYTES);
        assertThat(left()).containsExactly(folder.resolve("other"));
        takes(uploads, "figures");
    }

    @Test
    void one_more_than_are_taken_is_refused_before_it_is_read() throws IOException {
        Uploads uploads = new Uploads(folder, ONE_OF_TEN_BYTES);
        InputStream unread = body("unread");
        try (Upload first = uploads.receive(body("first"))) {
            refuses(uploads, unread, 503, "imports-busy");
            assertThat(unread.readAllBytes()).hasSize("unread".length());
            assertThat(first.open().readAllBytes()).hasSize("first".length());
        }
        takes(uploads, "second");
    }

    @Test
    void one_that_is_too_large_is_refused_and_gives_its_place_back() throws IOException {
        Uploads uploads = new Uploads(folder, ONE_OF_TEN_BYTES);
        refuses(uploads, body("x".repeat(11)), 413, "request-too-large");
        takes(uploads, "x".repeat(10));
    }

    @Test
    void one_that_takes_too_long_is_refused_and_gives_its_place_back() throws IOException {
        Uploads uploads = new Uploads(folder, new Bounds(1, 10, Duration.ZERO));
        refuses(uploads, body("x"), 408, "request-too-slow");
        refuses(uploads, body("y"), 408, "request-too-slow");
    }

    @Test
    void one_that_breaks_off_is_refused_and_gives_its_place_back() throws IOException {
        Uploads uploads = new Uploads(folder, ONE_OF_TEN_BYTES);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client is gone");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                throw new IOException("the client is gone");
            }
        };
        refuses(uploads, broken, 400, "request-broken-off");
        takes(uploads, "whole");
    }

    @Test
    void one_for_which_the_disk_has_no_room_is_refused_in_words_and_gives_its_place_back() throws IOException {
        Uploads uploads = new Uploads(folder, ONE_OF_TEN_BYTES);
        Files.delete(folder);
        refuses(uploads, body("x"), 503, "imports-no-room");
        Files.createDirectory(folder);
        takes(uploads, "y");
    }
}
