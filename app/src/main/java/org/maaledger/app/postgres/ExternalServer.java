package org.maaledger.app.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.postgres.DatabaseAccess.Login;
import org.maaledger.app.settings.CannotStart;

/** A PostgreSQL that somebody else runs. It is checked at the start and never stopped. */
public final class ExternalServer implements Database {

    /** The oldest version that the ledger runs on, as the server counts: 15.0. */
    private static final int VERSION_MIN = 15;

    private final DatabaseAccess access;

    private ExternalServer(DatabaseAccess access) {
        this.access = access;
    }

    /**
     * The server at {@code url}, found fit.
     *
     * @param app the user to work as; if absent the owner makes one, and its password is kept in {@code data}
     */
    public static ExternalServer at(String url, Login owner, @Nullable Login app, Path data) {
        try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            refuseUnfit(connection);
            Login login = app != null ? app : ownApp(connection, owner, data);
            if (login.user().equals(owner.user())) {
                throw new CannotStart(
                        "MAAL_DATABASE_APP_USER must be another user than the owner: the one that works may not change what was recorded.");
            }
            try (Statement statement = connection.createStatement()) {
                FirstSetUp.letAppIn(statement, connection.getCatalog(), login.user());
            }
            refuseIfLockedOut(url, login);
            return new ExternalServer(new DatabaseAccess(url, owner, login));
        } catch (SQLException e) {
            throw cannotUse(url, owner, e);
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public String description() {
        return "PostgreSQL at " + access.url();
    }

    @Override
    public void close() {
        // Whoever runs the server stops it.
    }

    private static void refuseUnfit(Connection connection) throws SQLException {
        refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
        Durability.prove(connection);
    }

    /** Refuses a server of a version that lacks what the ledger uses. */
    static void refuseOlder(int version) {
        if (version < VERSION_MIN) {
            throw new CannotStart("The database server is PostgreSQL %d; the ledger needs %d or newer."
                    .formatted(version, VERSION_MIN));
        }
    }

    private static Login ownApp(Connection connection, Login owner, Path data) throws SQLException {
        Path file = data.resolve("secrets");
        boolean exists = FirstSetUp.exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", FirstSetUp.APP);
        if (exists && !Files.exists(file)) {
            throw new CannotStart(
                    "The database already has a user %s, whose password is not in %s: set MAAL_DATABASE_APP_USER and MAAL_DATABASE_APP_PASSWORD."
                            .formatted(FirstSetUp.APP, data));
        }
        if (!exists && !mayMakeUsers(connection)) {
            throw new CannotStart(
                    "User %s may not make users: let an administrator make one that may log in, and name it with MAAL_DATABASE_APP_USER and MAAL_DATABASE_APP_PASSWORD."
                            .formatted(owner));
        }
        try (DataFolder folder = DataFolder.claim(data);
                Statement statement = connection.createStatement()) {
            Login login = new Login(
                    FirstSetUp.APP, Secrets.in(folder.resolve("secrets")).of("app"));
            if (!exists) {
                FirstSetUp.createUser(statement, login);
            }
            return login;
        }
    }

    private static boolean mayMakeUsers(Connection connection) throws SQLException {
        return FirstSetUp.exists(
                connection,
                "SELECT 1 FROM pg_roles WHERE rolname = ? AND (rolcreaterole OR rolsuper)",
                connection.getMetaData().getUserName());
    }

    private static void refuseIfLockedOut(String url, Login app) {
        try (Connection connection = DriverManager.getConnection(url, app.user(), app.password())) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw cannotUse(url, app, e);
        }
    }

    /** Nobody is refused where nobody answers: SQL states of class 08 are those of the connection itself, 08004 of one that is rejected. */
    private static CannotStart cannotUse(String url, Login user, SQLException e) {
        String state = e.getSQLState();
        return new CannotStart(
                state != null && state.startsWith("08") && !state.equals("08004")
                        ? "No database answers at %s: %s".formatted(url, firstLine(e))
                        : "The database at %s refuses user %s: %s".formatted(url, user, firstLine(e)),
                e);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
