package org.maaledger.app.backup;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits, every ten seconds, what is being done and how far it has come. */
public final class Progress {

    private static final Duration TELL_AGAIN = Duration.ofSeconds(10);

    private final PrintStream out;
    private long told = System.nanoTime();

    /** Told on {@code out}, a line at a time. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** {@code done} of {@code all}, in any unit; 0 where nobody knows how many there are. */
    void tell(String doing, long done, long all) {
        long now = System.nanoTime();
        if (now - told >= TELL_AGAIN.toNanos()) {
            told = now;
            out.println(
                    all > 0
                            ? "%s: %d %% ...".formatted(doing, Math.min(100, done * 100 / all))
                            : "%s: %s ...".formatted(doing, String.format(Locale.ROOT, "%,d", done)));
        }
    }

    /** Something to know, now. */
    void note(String line) {
        out.println(line);
    }
}
