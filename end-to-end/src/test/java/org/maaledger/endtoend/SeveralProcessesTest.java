package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: processes with different roles on one PostgreSQL are one ledger, and the end of one of them costs nobody an acknowledged event.
 * Method: two take commands, two fill the tables, one answers questions; one of each pair is killed while clients write.
 */
class SeveralProcessesTest {

    private static final int WRITERS = 4;
    private static final int AREAS_EACH = 25;

    private final Path folder;
    private final Keys keys;

    SeveralProcessesTest(@TempDir Path folder) {
        this.folder = folder;
        this.keys = Keys.in(folder);
    }

    @Test
    void are_one_ledger_and_lose_nothing_when_some_are_killed() throws Exception {
        try (EmbeddedPostgres server = ExistingPostgres.durable();
                Program doomed = Program.start("run", folder, settings(server, "command,project"));
                Program other = Program.start("run", folder, settings(server, "command,project"));
                Program query = Program.start("run", folder, settings(server, "query"))) {
            Client inspector = new Client(query, keys.token("ina", "org:inspectorate", "inspector"));
            long first = provider(doomed)
                    .post("/v1/areas", MadeUpAreas.body("test:first"))
                    .expecting(201)
                    .position();
            assertThat(inspector
                            .get("/v1/areas/test:first?min-position=" + first)
                            .expecting(200)
                            .header("Content-Type"))
                    .contains("json");
            assertThat(provider(query)
                            .post("/v1/areas", MadeUpAreas.body("test:x"))
                            .status())
                    .as("a process that takes no commands")
                    .isIn(404, 405);

            Map<String, Long> acknowledged = writeWhileOneIsKilled(doomed, other);

            long last = provider(other)
                    .post("/v1/areas", MadeUpAreas.body("test:last"))
                    .expecting(201)
                    .position();
            // The tables are the dead process's until its claim on them ends, some seconds later; until then readers
            // are told to ask again.
            inspector.getOnceReached("/v1/areas/test:last?min-position=" + last);
            Map<String, Long> recorded = MadeUpAreas.recorded(inspector, last);
            assertThat(recorded).containsAllEntriesOf(acknowledged);
            assertThat(recorded.values())
                    .as("dense positions, whoever gave them")
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    /** Every position that a writer was told, by the code of its area. Who gets no answer goes on with the other process. */
    private Map<String, Long> writeWhileOneIsKilled(Program doomed, Program other) throws InterruptedException {
        Map<String, Long> acknowledged = new ConcurrentSkipListMap<>();
        List<Runnable> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "test:" + writer + "-";
            writers.add(() -> IntStream.range(0, AREAS_EACH).forEach(i -> {
                String code = name + i;
                acknowledged.put(code, registered(i % 2 == 0 ? doomed : other, other, code));
            }));
        }
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var running = writers.stream().map(threads::submit).toList();
            while (acknowledged.size() < WRITERS * AREAS_EACH / 3) {
                Thread.sleep(5);
            }
            doomed.kill();
            for (var writer : running) {
                writer.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError("a writer was told something else than the truth", e);
        }
        return acknowledged;
    }

    private long registered(Program preferred, Program other, String code) {
        try {
            return provider(preferred)
                    .post("/v1/areas", MadeUpAreas.body(code), code, "*")
                    .expecting(201)
                    .position();
        } catch (AssertionError e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
            // The same key: if the first attempt was recorded, this is its answer.
            return provider(other)
                    .post("/v1/areas", MadeUpAreas.body(code), code, "*")
                    .expecting(201)
                    .position();
        }
    }

    private Client provider(Program program) {
        return new Client(program, keys.token("ada", "org:statistics", "data-provider"));
    }

    private Map<String, String> settings(EmbeddedPostgres server, String roles) {
        Map<String, String> settings = new HashMap<>(ExistingPostgres.settings(server, keys));
        settings.put("MAAL_ROLES", roles);
        return settings;
    }
}
