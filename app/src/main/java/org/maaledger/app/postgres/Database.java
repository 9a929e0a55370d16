package org.maaledger.app.postgres;

import org.maaledger.app.settings.Settings;

/** A database that is up. Closing it ends what this program started of it, and nothing else. */
public interface Database extends AutoCloseable {

    /** The database that {@code settings} ask for, up and fit: the server that they name, or else the embedded one. */
    static Database of(Settings settings) {
        Settings.ServerAddress server = settings.database();
        if (server == null) {
            return EmbeddedServer.start(settings.data());
        }
        DatabaseAccess.Login app = server.appUser() == null || server.appPassword() == null
                ? null
                : new DatabaseAccess.Login(server.appUser(), server.appPassword());
        return ExternalServer.at(
                server.url(), new DatabaseAccess.Login(server.user(), server.password()), app, settings.data());
    }

    DatabaseAccess access();

    /** In one line, for whoever started the program: where the ledger lies. */
    String description();

    @Override
    void close();
}
