package org.maaledger.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.maaledger.app.practice.Practice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** For the launcher, which lets Java keep what it has learned meanwhile. */
@Command(
        name = "practise",
        hidden = true,
        description = "Start a ledger in a folder that is thrown away, use it, and end.")
final class PractiseCommand implements Runnable {

    @Parameters(paramLabel = "FOLDER", description = "a folder that is empty, or not there yet")
    private Path folder = Path.of("");

    @Override
    public void run() {
        Practice.in(folder, Instant.now());
    }
}
