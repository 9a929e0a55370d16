package org.maaledger.bench.program;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.Conditions;

/** The ledger that all measurements of the program share: filled once, at the first of them, and started as often as they like. */
public final class Ledger {

    private static final String DATABASE = "program";
    /** A property of the benchmark: more options for the Java of the measured program, for instance to record where its time goes. */
    private static final String OPTIONS = "maal.program.options";

    /** As in the figures that are promised. */
    static final String HEAP = "-Xmx512m";

    private @Nullable Filled filled;

    /** What it is made of. */
    record Filled(FilledLog log, Tokens tokens, Path folder, Map<String, String> environment) {}

    /** Fills it, unless that is done. */
    Filled filled(Conditions conditions) throws SQLException, IOException, JOSEException {
        Filled known = filled;
        if (known == null) {
            Path folder = Files.createTempDirectory(
                    conditions.checkout().resolve("benchmarks").resolve("target"), "program");
            Tokens tokens = Tokens.in(folder);
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

    /** Starts the program on it, and waits until its projections are level. */
    LedgerProgram start(Conditions conditions) throws SQLException, IOException, JOSEException {
        Filled ledger = filled(conditions);
        LedgerProgram program =
                LedgerProgram.start(conditions.checkout(), "run", ledger.folder(), ledger.environment());
        program.awaitLevel(ledger.tokens().of("bench:operations", "operator"));
        return program;
    }
}
