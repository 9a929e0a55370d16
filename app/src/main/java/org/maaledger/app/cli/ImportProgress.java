package org.maaledger.app.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is, if anybody is looking: a bar on a terminal, nothing in a file. */
final class ImportProgress implements AutoCloseable {

    private @Nullable ProgressBar bar;

    private ImportProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ImportProgress of(String name) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return new ImportProgress(null);
        }
        return new ImportProgress(new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(-1)
                .setUnit(" rows", 1)
                .build());
    }

    void rows(long rows) {
        if (bar != null) {
            bar.stepTo(rows);
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
