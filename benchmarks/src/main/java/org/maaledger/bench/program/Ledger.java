package org.maaledger.bench.program;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.WorkFolder;

/** The ledger that all measurements of the program share: filled once, at the first of them, and running from one to the next. */
public final class Ledger implements AutoCloseable {

    private static final String DATABASE = "program";
    /** A property of the benchmark: more options for the Java of the measured program, for instance to record where its time goes. */
    private static final String OPTIONS = "maal.program.options";

    /** Room for a thousand series of thousands of readings each in the cache of the command side. */
    static final String HEAP = "-Xmx1g";

    private @Nullable Filled filled;
    private @Nullable LedgerProgram running;

    /** What it is made of. */
    record Filled(FilledLog log, Tokens tokens, WorkFolder folder, Map<String, String> environment) {}

    /** Fills it, unless that is done. */
    Filled filled(Conditions conditions) throws SQLException, IOException, JOSEException {
        Filled known = filled;
        if (known == null) {
            WorkFolder folder = WorkFolder.in(conditions.checkout(), "program");
            Tokens tokens = Tokens.in(folder.path());
            FilledLog log = FilledLog.fill(conditions.server(), DATABASE, conditions.events(), conditions.series());
            Map<String, String> environment = new HashMap<>();
            environment.put("MAAL_JWKS_FILE", tokens.file().toString());
            environment.put("MAAL_DATABASE_URL", conditions.server().url(DATABASE));
            environment.put("MAAL_DATABASE_USER", BenchServer.OWNER);
            environment.put("MAAL_DATABASE_PASSWORD", "trusted");
            environment.put("MAAL_DATABASE_APP_USER", BenchServer.APP);
            environment.put("MAAL_DATABASE_APP_PASSWORD", "trusted");
            environment.put("MAAL_JAVA_OPTS", HEAP + " " + System.getProperty(OPTIONS, ""));
            known = new Filled(log, tokens, folder, Map.copyOf(environment));
            filled = known;
        }
        return known;
    }

    /** The program, on this ledger, with its projections level; started if it is not running. */
    LedgerProgram running(Conditions conditions) throws SQLException, IOException, JOSEException {
        LedgerProgram now = running;
        if (now == null) {
            Filled ledger = filled(conditions);
            now = LedgerProgram.start(
                    conditions.checkout(), "run", ledger.folder().path(), ledger.environment());
            running = now;
            now.awaitLevel(ledger.tokens().of("bench:operations", "operator"));
        }
        return now;
    }

    /** Stops the program if it is running. */
    void stop() throws IOException {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        if (filled != null) {
            filled.folder().close();
        }
    }
}
