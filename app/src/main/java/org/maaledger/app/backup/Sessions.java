package org.maaledger.app.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.maaledger.app.postgres.DatabaseAccess.Login;
import org.maaledger.app.postgres.DiskTrouble;
import org.maaledger.app.settings.CannotStart;

/** Connections of a backup and of a restore, and what goes wrong on them. */
final class Sessions {

    private Sessions() {}

    static Connection open(String url, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "maa-backup");
        return DriverManager.getConnection(url, properties);
    }

    /** In a line: what failed, and the first line of why. */
    static CannotStart failed(String what, SQLException e) {
        String words = String.valueOf(e.getMessage());
        String why = DiskTrouble.isFull(words)
                ? "the disk of the database is full"
                : words.lines().findFirst().orElse("no reason given");
        return new CannotStart("%s: %s".formatted(what, why), e);
    }
}
