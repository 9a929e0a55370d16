package org.maaledger.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.maaledger.app.settings.CannotStart;

/**
 * PostgreSQL started from the binaries in the jar, on the loopback address and a port free at the moment, with durable settings
 * and passwords of its own. See docs/decisions/0019.
 */
public final class EmbeddedServer implements Database {

    /** In the data folder: what belongs to the server, and the passwords of its users. */
    static final String HOME = "postgres";

    static final String SECRETS = "secrets";

    /** Above this the server's log file is put aside at a start; one older one is kept. */
    private static final long LOG_BYTES_MAX = 10L << 20;

    private final DataFolder folder;
    private final ServerControl control;
    private final DatabaseAccess access;
    private boolean closed;

    private EmbeddedServer(DataFolder folder, ServerControl control, DatabaseAccess access) {
        this.folder = folder;
        this.control = control;
        this.access = access;
    }

    /** Starts the server on the data in {@code path}, made new if there is none. */
    public static EmbeddedServer start(Path path) {
        return start(path, path);
    }

    /** The same with PostgreSQL's programs unpacked elsewhere: tests share them. */
    static EmbeddedServer start(Path path, Path programs) {
        return start(DataFolder.claim(path), programs);
    }

    /**
     * The server on the ledger that lies in {@code path}: the one that another process runs, which goes on when this is closed, or else
     * one that is started until then.
     */
    public static Database reach(Path path) {
        return reach(path, path);
    }

    static Database reach(Path path, Path programs) {
        JoinedServer.refuseWithoutLedger(path);
        Optional<DataFolder> free = DataFolder.claimIfFree(path);
        return free.isPresent() ? start(free.get(), programs) : JoinedServer.in(path);
    }

    private static EmbeddedServer start(DataFolder folder, Path programs) {
        try {
            return started(folder, programs);
        } catch (IOException e) {
            folder.close();
            throw DataFolder.unwritable(folder.path(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public String description() {
        return "PostgreSQL of its own in " + folder.path();
    }

    /** Stops the server in order: clients are cut off, everything is written, the folder is free for the next start. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                control.stopIfAlive();
            } finally {
                folder.close();
            }
        }
    }

    private static EmbeddedServer started(DataFolder folder, Path programs) throws IOException {
        Path home = folder.resolve(HOME);
        boolean first = !Files.exists(home.resolve("cluster"));
        DiskTrouble.refuseBelow(first ? DiskTrouble.FIRST_START_BYTES : DiskTrouble.LATER_START_BYTES, folder.path());
        ServerAccount account = ServerAccount.of(home);
        Files.createDirectories(home);
        if (account.isAnother()) {
            Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
        }
        ServerControl control = new ServerControl(home, ServerPrograms.under(programs), account);
        Secrets secrets = Secrets.in(folder.resolve(SECRETS));
        if (control.isInitialised()) {
            control.refuseOtherVersion();
            control.stopLeftOver();
        } else {
            control.initialise(secrets.of("superuser"));
        }
        putLogAside(home.resolve("server.log"));
        int port = startedOnFreePort(control);
        try {
            return ready(folder, control, port, secrets);
        } catch (SQLException | RuntimeException e) {
            control.stop();
            throw e instanceof RuntimeException known
                    ? known
                    : new CannotStart("PostgreSQL in %s refuses its own users: %s".formatted(home, e.getMessage()), e);
        }
    }

    private static EmbeddedServer ready(DataFolder folder, ServerControl control, int port, Secrets secrets)
            throws SQLException {
        DatabaseAccess access = FirstSetUp.embedded(port, secrets);
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.app().user(), access.app().password())) {
            Durability.prove(connection);
        }
        return new EmbeddedServer(folder, control, access);
    }

    /** A port may be taken between being found free and being used: then another one is tried. */
    private static int startedOnFreePort(ServerControl control) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                control.start(port);
                return port;
            } catch (CannotStart e) {
                boolean taken = String.valueOf(e.getMessage()).contains("could not create any TCP/IP sockets");
                if (!taken || attempt == 5) {
                    throw e;
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void putLogAside(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
