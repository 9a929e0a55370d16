package org.maaledger.bench.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** How many events of the log does a rebuild take in a second, through the running program? */
public final class RebuildMeasurement implements Measurement {

    private static final double EVENTS_MIN = 40_000;
    /** The projection that has a row for each reading; what the others write comes of acts. */
    private static final String WRITES_READINGS = "progress";

    private static final Duration REBUILD_MAX = Duration.ofMinutes(10);
    private static final int UNDER_WAY = 409;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Ledger ledger;

    public RebuildMeasurement(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Conditions conditions, Report report) throws Exception {
        Ledger.Filled filled = ledger.filled(conditions);
        LedgerProgram program = ledger.running(conditions);
        try (Connection operator =
                new Connection(program.port(), filled.tokens().of("bench:operations", "operator"))) {
            List<String> names = new ArrayList<>(generations(operator).keySet());
            awaitFilled(operator);
            for (String name : names) {
                Figure alone = Figure.of(
                        name(),
                        name + " alone, on a log of readings",
                        "events/s",
                        rounds(conditions, operator, List.of(name)),
                        name.equals(WRITES_READINGS) ? Ledger.HEAP : "nothing to write for it in a log of readings");
                report.add(name.equals(WRITES_READINGS) ? alone.atLeast(EVENTS_MIN) : alone);
            }
            report.add(Figure.of(
                    name(),
                    "all projections at once, each event counted once",
                    "events/s",
                    rounds(conditions, operator, names),
                    Ledger.HEAP));
        }
    }

    private static List<Double> rounds(Conditions conditions, Connection operator, List<String> names)
            throws IOException {
        List<Double> perSecond = new ArrayList<>();
        for (int round = 0; round < conditions.rounds(); round++) {
            perSecond.add(once(operator, names));
        }
        return perSecond;
    }

    private static double once(Connection operator, List<String> names) throws IOException {
        Map<String, Integer> before = generations(operator);
        long head = states(operator).get(0).path("head").asLong();
        long begin = System.nanoTime();
        for (String name : names) {
            begin(operator, name);
        }
        while (!newer(generations(operator), before, names)) {
            if (System.nanoTime() - begin > REBUILD_MAX.toNanos()) {
                throw new IOException("%s not rebuilt after %s".formatted(names, REBUILD_MAX));
            }
            LedgerProgram.pause(LOOK_EVERY);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        awaitFilled(operator);
        return head / seconds;
    }

    /** The rebuild before it holds its lock for some moments after its last table is dropped. */
    private static void begin(Connection operator, String name) throws IOException {
        long end = System.nanoTime() + REBUILD_MAX.toNanos();
        Connection.Answer answer = operator.post("/v1/projections/" + name + "/rebuild", "", "unused");
        while (answer.status() == UNDER_WAY && System.nanoTime() < end) {
            LedgerProgram.pause(LOOK_EVERY);
            answer = operator.post("/v1/projections/" + name + "/rebuild", "", "unused");
        }
        answer.good();
    }

    /** The tables that answered before are dropped; until then nothing else can be rebuilt. */
    private static void awaitFilled(Connection operator) throws IOException {
        long end = System.nanoTime() + REBUILD_MAX.toNanos();
        while (filling(operator)) {
            if (System.nanoTime() > end) {
                throw new IOException("projections are still being filled after " + REBUILD_MAX);
            }
            LedgerProgram.pause(LOOK_EVERY);
        }
    }

    private static boolean filling(Connection operator) throws IOException {
        boolean filling = false;
        for (JsonNode state : states(operator)) {
            filling |= state.path("filling").asBoolean();
        }
        return filling;
    }

    private static boolean newer(Map<String, Integer> now, Map<String, Integer> before, List<String> names) {
        return names.stream().allMatch(name -> now.getOrDefault(name, 0) > before.getOrDefault(name, 0));
    }

    private static Map<String, Integer> generations(Connection operator) throws IOException {
        Map<String, Integer> generations = new HashMap<>();
        states(operator)
                .forEach(state -> generations.put(
                        state.path("name").asText(), state.path("generation").asInt()));
        return generations;
    }

    private static JsonNode states(Connection operator) throws IOException {
        return operator.get("/v1/projections").good().json().path("projections");
    }
}
