package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: a program that is told to stop while many write loses nothing that it acknowledged, tells the truth to whoever asks again, and leaves
 * nothing running. Method: sixteen clients, a real SIGTERM among them, and the same ledger started again.
 */
class StopTest {

    private static final int CLIENTS = 16;
    private static final int BEFORE_THE_END = 200;

    private final Path folder;
    private final Keys keys;
    private final Map<String, Long> acknowledged = new ConcurrentSkipListMap<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    StopTest(@TempDir Path folder) {
        this.folder = folder;
        this.keys = Keys.in(folder);
    }

    @Test
    void under_load_keeps_what_was_acknowledged_and_tells_the_truth_to_whoever_asks_again() throws Exception {
        Map<String, String> environment = Map.of("MAAL_JWKS_FILE", keys.file().toString());
        try (Program program = Program.start("run", folder, environment)) {
            assertThat(whileClientsWrite(program)).as(program.output()).isEqualTo(143);
        }
        assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
        assertThat(worksHere())
                .as("processes on the ledger's data, after its end")
                .isFalse();

        try (Program again = Program.start("run", folder, environment)) {
            Client provider = provider(again);
            Map<String, Long> told = new TreeMap<>(acknowledged);
            for (String code : unanswered) {
                told.put(
                        code,
                        provider.post("/v1/areas", MadeUpAreas.body(code), code, "*")
                                .expecting(201)
                                .position());
            }
            assertThat(MadeUpAreas.recorded(provider, told.size()))
                    .as("each once, where it was said to be")
                    .isEqualTo(told);
            assertThat(told.values())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, told.size()).boxed().toList());
        }
    }

    /** What the program exits with; by then each client has had its last answer, or none. */
    private int whileClientsWrite(Program program) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> threads.submit(() -> write(program, "test:" + client + "-")))
                    .toList();
            while (acknowledged.size() < BEFORE_THE_END
                    && program.running()
                    && !clients.stream().allMatch(Future::isDone)) {
                Thread.sleep(5);
            }
            assertThat(worksHere())
                    .as("processes on the ledger's data, while it runs")
                    .isTrue();
            int exit = program.terminate();
            assertThat(failures(clients)).as("what clients failed with").isEmpty();
            assertThat(acknowledged).as(program.output()).hasSizeGreaterThanOrEqualTo(BEFORE_THE_END);
            return exit;
        }
    }

    private static List<Throwable> failures(List<? extends Future<?>> clients) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> client : clients) {
            try {
                client.get();
            } catch (ExecutionException e) {
                failures.add(Objects.requireNonNull(e.getCause()));
            }
        }
        return failures;
    }

    /** Until the program takes no more. */
    private void write(Program program, String name) {
        Client provider = provider(program);
        for (int i = 0; ; i++) {
            String code = name + i;
            try {
                Client.Answer answer = provider.post("/v1/areas", MadeUpAreas.body(code), code, "*");
                if (answer.status() == 503) {
                    unanswered.add(code);
                    return;
                }
                acknowledged.put(code, answer.expecting(201).position());
            } catch (AssertionError e) {
                if (!(e.getCause() instanceof IOException)) {
                    throw e;
                }
                unanswered.add(code);
                return;
            }
        }
    }

    /** Whether a process works on the ledger's data: PostgreSQL names them in its arguments. */
    private boolean worksHere() {
        String data = folder.resolve("data").toString();
        return ProcessHandle.allProcesses()
                .map(process -> String.join(" ", process.info().arguments().orElse(new String[0])))
                .anyMatch(words -> words.contains(data));
    }

    private Client provider(Program program) {
        return new Client(program, keys.token("ada", "org:statistics", "data-provider"));
    }
}
