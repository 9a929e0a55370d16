package org.maaledger.app.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.maaledger.app.postgres.DatabaseAccess.Login;

/** Gives a server its two users and its database, where they are missing; a second time it changes nothing. */
final class FirstSetUp {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "maal_owner";
    static final String APP = "maal_app";
    private static final String DATABASE = "maal";
    private static final String OWNER_SECRET = "owner";
    private static final String APP_SECRET = "app";

    private FirstSetUp() {}

    /** Users and database of the embedded server on {@code port}. */
    static DatabaseAccess embedded(int port, Secrets secrets) throws SQLException {
        DatabaseAccess access = access(port, secrets);
        try (Connection connection =
                        DriverManager.getConnection(url(port, "postgres"), SUPERUSER, secrets.of("superuser"));
                Statement statement = connection.createStatement()) {
            for (Login login : new Login[] {access.owner(), access.app()}) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user())) {
                    createUser(statement, login);
                }
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER));
            }
            statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(DATABASE));
            letAppIn(statement, DATABASE, APP);
        }
        return access;
    }

    /** Whether the passwords of both users were made; until then the set-up is under way. */
    static boolean madePasswords(Secrets secrets) {
        return secrets.holds(OWNER_SECRET) && secrets.holds(APP_SECRET);
    }

    /** How to reach the embedded server on {@code port} once it is set up. */
    static DatabaseAccess access(int port, Secrets secrets) {
        return new DatabaseAccess(
                url(port, DATABASE),
                new Login(OWNER, secrets.of(OWNER_SECRET)),
                new Login(APP, secrets.of(APP_SECRET)));
    }

    static void createUser(Statement statement, Login login) throws SQLException {
        statement.execute("CREATE ROLE %s LOGIN PASSWORD %s"
                .formatted(
                        statement.enquoteIdentifier(login.user(), true), statement.enquoteLiteral(login.password())));
    }

    /** The user that the program works as may connect, and own the schemas of its projections. */
    static void letAppIn(Statement statement, String database, String app) throws SQLException {
        statement.execute("GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %s TO %s"
                .formatted(statement.enquoteIdentifier(database, true), statement.enquoteIdentifier(app, true)));
    }

    static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
