package org.maaledger.app.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.shell.CommandObserver;
import org.maaledger.command.shell.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Counts, times and logs what commands end in. Names of commands, endings and codes are words of the program, so their number is
 * bounded whatever anybody sends.
 */
final class CommandWatch implements CommandObserver {

    private static final Logger LOG = LoggerFactory.getLogger(CommandWatch.class);

    private final MeterRegistry meters;
    private final Counter decidedAgain;
    private final Map<Ending, Map<Class<?>, Timer>> timers = new EnumMap<>(Ending.class);

    CommandWatch(MeterRegistry meters) {
        this.meters = meters;
        for (Ending ending : Ending.values()) {
            timers.put(ending, new ConcurrentHashMap<>());
        }
        this.decidedAgain = Counter.builder("maal.commands.decided.again")
                .description("Times that a command met a conflict and was decided again")
                .register(meters);
    }

    @Override
    public void ended(LedgerCommand command, Submission submission, Ending ending, @Nullable String code, long nanos) {
        timer(command.getClass(), ending).record(nanos, TimeUnit.NANOSECONDS);
        String name = LedgerCommand.nameOf(command.getClass());
        if (code != null) {
            Counter.builder("maal.commands.refused")
                    .description("Commands refused, by the code of the refusal")
                    .tag("command", name)
                    .tag("code", code)
                    .register(meters)
                    .increment();
        }
        Level level = level(ending, submission);
        if (LOG.isEnabledForLevel(level)) {
            String outcome = word(ending);
            LOG.atLevel(level)
                    .addKeyValue("command", name)
                    .addKeyValue("outcome", outcome)
                    .addKeyValue("code", code == null ? "" : code)
                    .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
                    .log("{} {} {}", name, outcome, code == null ? "" : code);
        }
    }

    @Override
    public void decidedAgain() {
        decidedAgain.increment();
    }

    /** What was accepted stands in the ledger; of a file, each row that is refused stands in its report. */
    private static Level level(Ending ending, Submission submission) {
        return switch (ending) {
            case ACCEPTED, REPEATED -> Level.DEBUG;
            case REFUSED -> submission.request() == null ? Level.DEBUG : Level.INFO;
            case CONFLICT, UNAVAILABLE, UNKNOWN, FAULT -> Level.WARN;
        };
    }

    private Timer timer(Class<? extends LedgerCommand> command, Ending ending) {
        Map<Class<?>, Timer> known = timers.getOrDefault(ending, Map.of());
        Timer timer = known.get(command);
        return timer != null
                ? timer
                : known.computeIfAbsent(
                        command,
                        _ -> Buckets.timer("maal.commands", "From sending a command to its end, all attempts included")
                                .tag("command", LedgerCommand.nameOf(command))
                                .tag("outcome", word(ending))
                                .register(meters));
    }

    private static String word(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }
}
