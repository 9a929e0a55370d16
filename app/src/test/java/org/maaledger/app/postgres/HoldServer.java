package org.maaledger.app.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A process of its own that starts the database, commits one row, says so and waits to be killed. */
final class HoldServer {

    private HoldServer() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = Servers.start(Path.of(arguments[0]));
        DatabaseAccess access = server.access();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (what text)");
            statement.execute("INSERT INTO kept VALUES ('committed before the kill')");
        }
        System.out.println("ready");
        Thread.sleep(120_000);
    }
}
