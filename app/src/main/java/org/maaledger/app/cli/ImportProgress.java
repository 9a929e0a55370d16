package org.maaledger.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows what an import is doing and how far it is, if anybody is looking: a bar on a terminal, nothing in a file. */
final class ImportProgress implements AutoCloseable {

    /** Back to the beginning of the line, and empty it. */
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final boolean shown =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final String name;
    private String doing = "";
    private @Nullable ProgressBar bar;

    ImportProgress(String name) {
        this.name = Printable.line(name);
    }

    /** Shows what the ledger tells. */
    void show(JsonNode progress) {
        if (!shown) {
            return;
        }
        ProgressBar current = bar;
        if (current == null || !doing.equals(progress.path("doing").asText())) {
            done();
            doing = progress.path("doing").asText();
            current = new ProgressBarBuilder()
                    .setTaskName(name + " " + doing)
                    .setInitialMax(progress.path("of").asLong(-1))
                    .setUnit(progress.has("of") ? " readings" : " rows", 1)
                    .clearDisplayOnFinish()
                    .build();
            bar = current;
        }
        current.stepTo(progress.path("done").asLong());
    }

    /** Makes way for a line that stays; the bar comes back below it. */
    void makeWay() {
        if (bar != null) {
            System.err.print(CLEAR_LINE);
            System.err.flush();
        }
    }

    /** Takes the bar away, so that what follows stands on a line of its own. */
    void done() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        done();
    }
}
