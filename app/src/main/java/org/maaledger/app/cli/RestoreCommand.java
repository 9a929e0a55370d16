package org.maaledger.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.maaledger.app.backup.BackupContent;
import org.maaledger.app.backup.Progress;
import org.maaledger.app.backup.Restore;
import org.maaledger.app.postgres.Database;
import org.maaledger.app.settings.Settings;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a file a ledger again. */
@Command(
        name = "restore",
        description = {
            "Copy a backup into an empty ledger: a data folder that does not exist yet (MAAL_DATA),",
            "or an empty database (MAAL_DATABASE_URL). The file is checked whole before anything is changed,",
            "and the log is proved before anything is kept. ./maal run then builds the tables that answer."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is restored, and the log is intact",
            "1:it could not be done; the message says why, and nothing was restored",
            "2:the command was not understood"
        })
final class RestoreCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "What ./maal backup wrote.")
    private Path file = Path.of("");

    @Override
    public void run() {
        Settings settings = Settings.of(System.getenv(), Path.of(".maal", "data"));
        // What migrates the tables tells of every step, and is not asked.
        LoggingSystem.get(RestoreCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Progress progress = new Progress(System.err);
        try (BackupContent backup = BackupContent.of(file, progress);
                Database database = Database.of(settings);
                AtExit _ = AtExit.close(database)) {
            Restore.Restored restored = Restore.into(database.access(), backup, progress);
            System.out.printf(
                    Locale.ROOT,
                    "Restored to position %,d: %,d rows into %s, in %.1f s. The log is intact.%n",
                    restored.position(),
                    restored.rows(),
                    database.description(),
                    restored.took().toMillis() / 1e3);
        }
    }
}
