package org.maaledger.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks a running ledger to build a projection anew beside the old one. */
@Command(
        name = "rebuild",
        description = "Build a projection of a running ledger anew; it answers from the old one meanwhile.")
final class RebuildCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "The projection: see GET /v1/projections.")
    private String name = "";

    @Override
    public void run() {
        System.out.println(Printable.lines(
                LedgerClient.ofEnvironment(System.getenv()).post("/v1/projections/%s/rebuild".formatted(name))));
    }
}
