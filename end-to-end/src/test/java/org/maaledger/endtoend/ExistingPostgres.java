package org.maaledger.endtoend;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Servers that somebody else runs, as far as the program knows. */
final class ExistingPostgres {

    private static final Path OLDEST = Path.of("target", "oldest-postgresql");

    private ExistingPostgres() {}

    /** Forgets what it was told when the machine stops, as this server of tests does unless told otherwise. */
    static EmbeddedPostgres careless() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    /** Keeps what it is told; of the oldest version that the program accepts, where that is published for this machine. */
    static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(oldest())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** How the program is told of it. */
    static Map<String, String> settings(EmbeddedPostgres server, Keys keys) {
        return Map.of(
                "MAAL_JWKS_FILE",
                keys.file().toString(),
                "MAAL_DATABASE_URL",
                "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()),
                "MAAL_DATABASE_USER",
                "postgres",
                "MAAL_DATABASE_PASSWORD",
                "postgres");
    }

    private static PgBinaryResolver oldest() {
        return (system, machine) -> {
            if (!machine.equals("x86_64")) {
                return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
            }
            try (Stream<Path> jars = Files.list(OLDEST);
                    ZipFile jar = new ZipFile(jars.findFirst().orElseThrow().toFile())) {
                ZipEntry server = jar.stream()
                        .filter(entry -> entry.getName().endsWith(".txz"))
                        .findFirst()
                        .orElseThrow();
                return new ByteArrayInputStream(jar.getInputStream(server).readAllBytes());
            }
        };
    }
}
