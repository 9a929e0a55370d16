package org.maaledger.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.maaledger.bench.BenchServer;
import org.maaledger.command.config.SnapshotJson;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.LogSchema;
import org.maaledger.log.Snapshots;

/** The log under the command side, as the program configures it. */
public final class LedgerEngine {

    /** As many as the program has for reads and projections. */
    private static final int CONNECTIONS = 20;

    private static final int APPENDER_CONNECTIONS = 3;

    private LedgerEngine() {}

    /** Makes the database and starts on it. */
    public static Engine start(BenchServer server, String database) throws SQLException {
        server.create(database);
        LogSchema.migrate(server.connections(BenchServer.OWNER, database), BenchServer.APP);
        HikariDataSource pool = server.pool(BenchServer.APP, database, CONNECTIONS);
        HikariDataSource own = server.pool(BenchServer.APP, database, APPENDER_CONNECTIONS);
        EventSerializer serializer = new EventSerializer();
        LedgerReader reader = new LedgerReader(pool, serializer);
        Appender appender = new Appender(own, serializer, AppenderSettings.defaults());
        LedgerEventStorageEngine storage = new LedgerEventStorageEngine(
                appender, reader, new Snapshots(pool, SnapshotJson.serializer(), "benchmark"));
        return new Engine(
                new Engine.Traits(
                        "ours",
                        "the log's appender with the settings of the program (one connection, group commit);"
                                + " consulted streams guarded in the append; snapshots as the program takes them",
                        "ledger.event",
                        "length(stored)",
                        false),
                storage,
                new Engine.Connections(pool, server.connections(BenchServer.OWNER, database)),
                CommandNode.onTheLog(storage, reader),
                List.of(appender::close, own::close));
    }
}
