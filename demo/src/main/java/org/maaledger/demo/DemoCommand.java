package org.maaledger.demo;

import java.nio.file.Path;
import java.util.Set;
import org.maaledger.app.cli.Banner;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.wiring.RunningLedger;
import picocli.CommandLine.Command;

/** Starts the ledger with a sign-in for trials and, the first time, demonstration data. */
@Command(name = "demo", description = "Start the ledger with demonstration data and a sign-in for trials.")
final class DemoCommand implements Runnable {

    static final Path DATA = Path.of(".maal", "demo");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    @Override
    public void run() {
        Settings settings = Settings.of(System.getenv(), DATA);
        if (!LOOPBACK.contains(settings.bind())) {
            throw new CannotStart(
                    "The demonstration answers on the loopback address only, because anybody can sign in to it: unset MAAL_BIND, or use ./maal run.");
        }
        TrialSignIn trial = TrialSignIn.fresh("http://localhost:" + settings.port());
        try (RunningLedger ledger =
                RunningLedger.start(settings, trial.trust(), new RunningLedger.Addition(SignInConfig.class, trial))) {
            trial.keepIn(settings.data(), ledger.address());
            Demonstration.playOnce(settings.data(), ledger.address());
            Banner.print(
                    System.out,
                    "MAA Ledger, a demonstration,",
                    settings,
                    ledger,
                    "Figures are real (Open Government Licence); the agreement's targets are made up and say so.",
                    "Next, in another terminal:",
                    "  ./maal token                                whom you can sign in as",
                    "  TOKEN=$(./maal token --as \"Tees Valley officer\")",
                    "  curl -H \"Authorization: Bearer $TOKEN\" " + ledger.address() + "/v1/agreements");
            ledger.awaitStop();
        }
    }
}
