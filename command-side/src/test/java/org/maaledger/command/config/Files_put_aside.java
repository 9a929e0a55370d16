package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** Aim: users of one machine are not in each other's way. Method: a folder for temporary files in which another has taken a name. */
class Files_put_aside {

    private static final String TEMPORARY = "java.io.tmpdir";

    @Test
    void go_where_nobody_else_puts_any(@TempDir Path shared) throws IOException {
        Files.createFile(shared.resolve("maal-imports"));
        String usual = System.getProperty(TEMPORARY);
        System.setProperty(TEMPORARY, shared.toString());
        try {
            assertThatCode(() -> new ImportConfig().uploads(new StandardEnvironment()))
                    .doesNotThrowAnyException();
        } finally {
            System.setProperty(TEMPORARY, usual);
        }
    }
}
