package org.maaledger.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings published figures and reference data into a running ledger. */
@Command(
        name = "import",
        description = "Import published figures or reference data into a running ledger.",
        subcommands = {ImportReadingsCommand.class, ImportReferenceCommand.class, HelpCommand.class})
final class ImportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
