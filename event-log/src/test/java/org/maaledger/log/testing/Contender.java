package org.maaledger.log.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.maaledger.log.AppendContext;
import org.maaledger.log.Appender;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.NewEvent;
import org.maaledger.log.Recorded;

/**
 * A writer that contends with others for the same streams: it looks where a stream stands, appends to it, and begins again if
 * somebody was faster. It remembers what it was told of every event.
 */
public final class Contender implements Callable<Contender> {

    private final Appender appender;
    private final LedgerReader reader;
    private final Random random;
    private final int appends;
    private final List<String> groups;
    private final Map<String, Long> known = new HashMap<>();
    private final Map<UUID, Long> told = new HashMap<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private Consumer<Map<UUID, Long>> listener = _ -> {};
    private int conflicts;

    /** Makes {@code appends} appends of one or two events to streams drawn from {@code groups}. */
    public Contender(Appender appender, LedgerReader reader, List<String> groups, int appends, long seed) {
        this.appender = appender;
        this.reader = reader;
        this.groups = groups;
        this.appends = appends;
        this.random = new Random(seed);
    }

    /** Tells {@code listener} of every append when it succeeded. */
    public Contender telling(Consumer<Map<UUID, Long>> listener) {
        this.listener = listener;
        return this;
    }

    /** Lets all {@code contenders} run at once, and waits. */
    public static List<Contender> run(List<Contender> contenders) {
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            List<Contender> done = new ArrayList<>();
            for (Future<Contender> future : threads.invokeAll(contenders)) {
                done.add(future.get());
            }
            return done;
        } catch (Exception e) {
            throw new AssertionError("a writer failed", e);
        }
    }

    @Override
    public Contender call() {
        for (int i = 0; i < appends; i++) {
            append(groups.get(random.nextInt(groups.size())), 1 + random.nextInt(2));
        }
        return this;
    }

    /** Where each event was recorded, as told. */
    public Map<UUID, Long> told() {
        return told;
    }

    /** How often somebody was faster. */
    public int conflicts() {
        return conflicts;
    }

    /** Failures other than conflicts. */
    public List<RuntimeException> failures() {
        return failures;
    }

    private void append(String group, int count) {
        while (true) {
            long next = known.computeIfAbsent(group, this::last) + 1;
            List<NewEvent> events = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                events.add(SampleEvents.event(
                        new UUID(random.nextLong(), random.nextLong()), SampleEvents.reading(group), next + i));
            }
            try {
                List<Recorded> recorded = appender.append(events, new AppendContext());
                known.put(group, recorded.getLast().sequence());
                Map<UUID, Long> positions = new HashMap<>();
                for (int i = 0; i < count; i++) {
                    positions.put(events.get(i).eventId(), recorded.get(i).position());
                }
                told.putAll(positions);
                listener.accept(positions);
                return;
            } catch (ConcurrencyException e) {
                conflicts++;
                known.remove(group);
            } catch (RuntimeException e) {
                failures.add(e);
                known.remove(group);
                return;
            }
        }
    }

    private long last(String group) {
        OptionalLong last = reader.lastSequence(SampleEvents.stream(group));
        return last.orElse(-1);
    }
}
