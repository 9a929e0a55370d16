package org.maaledger.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.wiring.RunningLedger;

/** What whoever starts the program needs to know next. */
public final class Banner {

    private Banner() {}

    /** Prints where the ledger answers and where it keeps things, then {@code next} lines. */
    public static void print(PrintStream out, String name, Settings settings, RunningLedger ledger, String... next) {
        out.println();
        out.println(name + " is ready.");
        out.println("  address      " + ledger.address());
        out.println("  description  " + ledger.address() + "/docs  (OpenAPI: /v3/api-docs)");
        out.println("  ledger       " + ledger.database());
        out.println("  roles        "
                + String.join(
                        ", ",
                        settings.roles().stream()
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList()));
        for (String line : next) {
            out.println(line);
        }
        out.println("Stop it with Ctrl-C.");
        out.println();
        out.flush();
    }
}
