package org.maaledger.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.maaledger.app.settings.LogForm;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.wiring.RunningLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What whoever starts the program needs to know next. */
public final class Banner {

    private static final Logger LOG = LoggerFactory.getLogger(Banner.class);

    private Banner() {}

    /** Tells, in the form that lines have, where the ledger answers and where it keeps things, then {@code next} lines. */
    public static void print(PrintStream out, String name, Settings settings, RunningLedger ledger, String... next) {
        if (settings.log() == LogForm.JSON) {
            LOG.info("{} is ready at {}, {}", name, ledger.address(), ledger.database());
            for (String line : next) {
                LOG.info("{}", line.strip());
            }
            return;
        }
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
