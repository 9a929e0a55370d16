package org.maaledger.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;

/** The server of a data folder that another process runs, found by what it leaves there. Closing this leaves it alone. */
final class JoinedServer implements Database {

    /** The line of {@code postmaster.pid} that names the port, counted from 0 (PostgreSQL's {@code pidfile.h}). */
    private static final int PORT_LINE = 3;

    private final Path path;
    private final DatabaseAccess access;

    private JoinedServer(Path path, DatabaseAccess access) {
        this.path = path;
        this.access = access;
    }

    /** The server that runs on {@code path}. Passwords that are not there yet are whoever's to make who starts it. */
    static JoinedServer in(Path path) {
        Path secrets = path.resolve(EmbeddedServer.SECRETS);
        if (!Files.isReadable(secrets)) {
            throw new CannotStart(
                    "The passwords in %s cannot be read: do this as the user that runs the ledger.".formatted(secrets));
        }
        Secrets kept = Secrets.in(secrets);
        if (!FirstSetUp.madePasswords(kept)) {
            throw betweenStates(path, null);
        }
        return new JoinedServer(path, FirstSetUp.access(port(path), kept));
    }

    /** Refuses a folder without a database, and makes nothing there. */
    static void refuseWithoutLedger(Path path) {
        if (Files.isDirectory(path) && !Files.isReadable(path)) {
            throw new CannotStart(
                    "The data folder %s cannot be read: do this as the user that runs the ledger.".formatted(path));
        }
        if (!Files.exists(cluster(path).resolve("PG_VERSION"))) {
            throw new CannotStart(
                    "There is no ledger in %s: name its data folder with MAAL_DATA, or its server with MAAL_DATABASE_URL."
                            .formatted(path.toAbsolutePath()));
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public String description() {
        return "the running PostgreSQL in " + path;
    }

    @Override
    public void close() {
        // Whoever runs the server stops it.
    }

    private static int port(Path path) {
        try {
            List<String> lines = Files.readAllLines(cluster(path).resolve("postmaster.pid"));
            if (lines.size() > PORT_LINE && lines.get(PORT_LINE).strip().matches("[0-9]{1,5}")) {
                return Integer.parseInt(lines.get(PORT_LINE).strip());
            }
            throw betweenStates(path, null);
        } catch (IOException e) {
            throw betweenStates(path, e);
        }
    }

    private static CannotStart betweenStates(Path path, @Nullable IOException cause) {
        String line = "The ledger in %s is just starting or stopping: try again in a moment.".formatted(path);
        return cause == null ? new CannotStart(line) : new CannotStart(line, cause);
    }

    private static Path cluster(Path path) {
        return path.resolve(EmbeddedServer.HOME).resolve("cluster");
    }
}
