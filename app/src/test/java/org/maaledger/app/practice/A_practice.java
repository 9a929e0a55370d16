package org.maaledger.app.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.settings.CannotStart;

/**
 * Aim: a practice goes well with the rules as they are, ends everything that it began, and touches nothing that was there before. Method:
 * one of its own.
 */
class A_practice {

    private final Path folder;

    A_practice(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void uses_a_ledger_of_its_own_and_stops_it() {
        Path own = folder.resolve("practice");
        Practice.in(own, Instant.now());
        assertThat(own.resolve("postgres/cluster")).exists();
        assertThat(own.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void is_refused_where_something_lies() throws Exception {
        Path kept = Files.writeString(folder.resolve("secrets"), "of a ledger that somebody keeps");
        assertThatThrownBy(() -> Practice.in(folder, Instant.now()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(folder.toString());
        assertThat(folder).isDirectoryContaining(kept::equals).isDirectoryNotContaining(file -> !file.equals(kept));
        assertThat(kept).hasContent("of a ledger that somebody keeps");
        assertThatThrownBy(() -> Practice.in(kept, Instant.now())).isInstanceOf(CannotStart.class);
    }
}
