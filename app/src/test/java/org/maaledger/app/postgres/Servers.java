package org.maaledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** What the tests share: servers that need no unpacking, and one question to them. */
public final class Servers {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    /** The number of the right, as Linux counts them. */
    private static final int CAP_SYS_ADMIN = 21;

    private Servers() {}

    /** The server on {@code data}, with programs unpacked once for all tests. */
    public static EmbeddedServer start(Path data) throws IOException {
        return EmbeddedServer.start(data, Files.createDirectories(PROGRAMS));
    }

    static Database reach(Path data) throws IOException {
        return EmbeddedServer.reach(data, Files.createDirectories(PROGRAMS));
    }

    static String ask(DatabaseAccess access, DatabaseAccess.Login login, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            result.next();
            return result.getString(1);
        }
    }

    static void change(DatabaseAccess access, DatabaseAccess.Login login, String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    public static boolean isRoot() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }

    public static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /**
     * Gives the test a file system of its own at {@code where}, for as long as the test lasts. Mounting needs root with the right to
     * administer the system, which a container may lack: only then is the test left out, and it says so.
     */
    public static void mount(Path where, String options) throws IOException, InterruptedException {
        assumeTrue(
                mayMount(),
                "mounting a file system needs root and CAP_SYS_ADMIN, which this process does not have: " + where);
        Files.createDirectories(where);
        assertThat(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", where.toString()))
                .as("mounting at %s", where)
                .isTrue();
    }

    private static boolean mayMount() throws IOException {
        return isRoot()
                && Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("CapEff:"))
                        .map(line -> new BigInteger(line.substring(7).strip(), 16))
                        .anyMatch(rights -> rights.testBit(CAP_SYS_ADMIN));
    }
}
