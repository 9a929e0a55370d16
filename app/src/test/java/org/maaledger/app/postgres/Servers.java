package org.maaledger.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** What the tests of this package share: servers that need no unpacking, and one question to them. */
final class Servers {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    private Servers() {}

    /** The server on {@code data}, with programs unpacked once for all tests. */
    static EmbeddedServer start(Path data) throws IOException {
        return EmbeddedServer.start(data, Files.createDirectories(PROGRAMS));
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

    static boolean isRoot() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }

    static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** A file system of {@code size} at {@code where}, for as long as the test lasts; only root can have one. */
    static boolean mounted(Path where, String options) throws IOException, InterruptedException {
        Files.createDirectories(where);
        return isRoot() && run("mount", "-t", "tmpfs", "-o", options, "tmpfs", where.toString());
    }
}
