package org.maaledger.app.cli;

import java.nio.file.Path;
import org.maaledger.app.identity.TokenTrust;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.wiring.RunningLedger;
import picocli.CommandLine.Command;

/** Starts the ledger and serves until it is told to stop. */
@Command(
        name = "run",
        description = "Start the ledger on its own PostgreSQL, or on the one that MAAL_DATABASE_URL names.")
final class RunCommand implements Runnable {

    @Override
    public void run() {
        Settings settings = Settings.of(System.getenv(), Path.of(".maal", "data"));
        TokenTrust trust = TokenTrust.of(settings);
        try (RunningLedger ledger = RunningLedger.start(settings, trust)) {
            Banner.print(System.out, "MAA Ledger", settings, ledger);
            ledger.awaitStop();
        }
    }
}
