package org.maaledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Aim: PostgreSQL never runs as root, with or without user namespaces. Method: start its programs under each account. */
class The_account_of_the_server {

    @Test
    void is_the_user_itself_for_a_normal_user() {
        assertThat(ServerAccount.of(Path.of("absent"), false, true).command(List.of("initdb")))
                .containsExactly("initdb");
    }

    @Test
    void is_nobody_for_root_where_user_namespaces_are_missing() throws Exception {
        assumeTrue(Servers.isRoot(), "only root can become another user");
        Path parent = Files.createTempDirectory(Path.of("/tmp"), "maal-nobody");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        Path home = parent.resolve("postgres");
        ServerAccount account = ServerAccount.of(home, true, false);
        Files.createDirectory(home);
        ServerControl control = new ServerControl(home, ServerPrograms.under(parent), account);
        control.initialise("secret");
        control.start(EmbeddedServer.freePort());
        try {
            assertThat((Integer) Files.getAttribute(home.resolve("cluster/postmaster.pid"), "unix:uid"))
                    .isEqualTo(65534);
            assertThat(ServerAccount.of(home, true, true).command(List.of("x")))
                    .as("the owner of existing data goes on owning it")
                    .contains("--reuid=65534");
        } finally {
            control.stop();
            ServerPrograms.delete(parent);
        }
    }
}
