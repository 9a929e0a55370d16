package org.maaledger.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.maaledger.app.backup.Backup;
import org.maaledger.app.backup.BackupFile;
import org.maaledger.app.backup.Progress;
import org.maaledger.app.postgres.Database;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.postgres.DatabaseAccess.Login;
import org.maaledger.app.postgres.EmbeddedServer;
import org.maaledger.app.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the ledger into a file, whether it runs or not. */
@Command(
        name = "backup",
        description = {
            "Copy the ledger of MAAL_DATA or MAAL_DATABASE_URL into a file, whether it runs or not.",
            "Writers go on meanwhile; the file holds everything up to one position, and nothing after it.",
            "It holds the texts and persons of the vault too: keep it as you keep the ledger. docs/backup.md says more."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the file is whole and on the disk",
            "1:it could not be done; the message says why, and no file is left",
            "2:the command was not understood"
        })
final class BackupCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "Where the backup is to lie; it is not there until it is whole.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public void run() {
        Settings settings = Settings.of(System.getenv(), Path.of(".maal", "data"));
        Progress progress = new Progress(System.err);
        try (BackupFile target = BackupFile.begin(file, force);
                AtExit _ = AtExit.close(target)) {
            Settings.ServerAddress server = settings.database();
            Backup.Taken taken = server == null
                    ? ofFolder(settings.data(), target, progress)
                    : Backup.of(server.url(), new Login(server.user(), server.password()), target, progress);
            System.out.printf(
                    Locale.ROOT,
                    "Backed up to position %,d: %,d rows in %s, %,d bytes, in %.1f s.%nSHA-256 %s%n",
                    taken.position(),
                    taken.rows(),
                    target.path(),
                    taken.bytes(),
                    taken.took().toMillis() / 1e3,
                    taken.sha256());
        }
    }

    private static Backup.Taken ofFolder(Path data, BackupFile target, Progress progress) {
        try (Database database = EmbeddedServer.reach(data);
                AtExit _ = AtExit.close(database)) {
            DatabaseAccess access = database.access();
            return Backup.of(access.url(), access.owner(), target, progress);
        }
    }
}
