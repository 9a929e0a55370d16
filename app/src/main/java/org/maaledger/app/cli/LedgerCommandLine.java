package org.maaledger.app.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program as seen from a shell: without a subcommand it explains itself. */
@Command(
        name = "maal",
        description = "A ledger of local and multi-area agreements: targets, trajectories, readings, renegotiations.",
        subcommands = {
            RunCommand.class,
            RebuildCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            PractiseCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Settings are environment variables:",
            "  MAAL_DATA                 folder of the database that comes along (.maal/data; .maal/demo)",
            "  MAAL_DATABASE_URL         a PostgreSQL 15 or newer instead; then",
            "  MAAL_DATABASE_USER, MAAL_DATABASE_PASSWORD           its owner, and",
            "  MAAL_DATABASE_APP_USER, MAAL_DATABASE_APP_PASSWORD   the user to work as; made by the owner if absent",
            "  MAAL_ISSUER or MAAL_JWKS_FILE                        whose tokens are accepted; with both, both must fit",
            "  MAAL_AUDIENCE             what a token must be meant for (maa-ledger)",
            "  MAAL_PORT, MAAL_BIND      where it answers (8080, 127.0.0.1)",
            "  MAAL_ROLES                parts to play: command, project, query (all)",
            "  MAAL_LOG                  text for people, json for programs (text)",
            "  MAAL_METRICS              who may collect measurements: operator, or open to all (operator)",
            "  MAAL_STOP_DELAY           seconds from being told to stop until it takes no more requests (0)",
            "  MAAL_URL, MAAL_TOKEN      for subcommands that ask a running ledger"
        })
public final class LedgerCommandLine implements Runnable {

    /** Nothing is wrong with the words, but it cannot be done. */
    private static final int CANNOT = 1;

    @Spec
    private @Nullable CommandSpec spec;

    private LedgerCommandLine() {}

    /**
     * Carries out {@code words}.
     *
     * @param more subcommands beside those of the program itself
     * @return what the process exits with: 0 done, 1 cannot be done, 2 not understood
     */
    public static int execute(String[] words, Object... more) {
        CommandLine line = new CommandLine(new LedgerCommandLine());
        for (Object subcommand : more) {
            line.addSubcommand(subcommand);
        }
        line.setExecutionExceptionHandler((failure, failed, parsed) -> explained(failure, failed));
        return line.execute(words);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Says what went wrong, in a line; only what should not happen is told with the place where it did. */
    static int explained(Exception failure, CommandLine line) {
        PrintWriter err = line.getErr();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) {
                err.println(Printable.lines("maal: " + cause.getMessage()));
                return CANNOT;
            }
        }
        err.println("maal: failed, which it should not: please report what follows.");
        failure.printStackTrace(err);
        return CANNOT;
    }
}
