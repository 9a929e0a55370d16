package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: a ledger that is backed up while it is written to is the same ledger wherever it is restored: the log byte for byte, the tables of
 * every projection row for row, the answers word for word. Method: the packaged program on its own PostgreSQL, from there to a PostgreSQL
 * of the oldest version, and in the long form from there to a new data folder.
 */
class BackupTest {

    private static final String AGREEMENT = "11111111-1111-4111-8111-111111111111";
    private static final String TARGET = "22222222-2222-4222-8222-222222222222";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern POSITION = Pattern.compile("to position ([0-9,]+)");

    private final Path folder;
    private final Keys keys;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        this.keys = Keys.in(folder);
    }

    /** What a ledger holds at a position. */
    private record Seen(long position, Map<String, List<String>> tables, List<JsonNode> answers) {}

    @Test
    void a_ledger_is_the_same_on_a_server_as_where_it_was_written_to_meanwhile() throws Exception {
        moved(folder.resolve("first.zip"), folder.resolve("second.zip"));
    }

    @Test
    @Tag("full")
    void and_the_same_again_back_in_a_folder_where_it_goes_on() throws Exception {
        Path second = folder.resolve("second.zip");
        Seen source = moved(folder.resolve("first.zip"), second);
        assertThat(restored(inFolder("back"), second)).isEqualTo(source.position());
        try (Program program = Program.start("run", folder, inFolder("back"));
                Connection tables = ProjectionTables.embedded(folder.resolve("back"))) {
            assertThat(seen(program, source.position(), tables)).isEqualTo(source);
            assertThat(provider(program)
                            .post("/v1/areas", area("test:after"))
                            .expecting(201)
                            .position())
                    .as("it goes on where it ended")
                    .isEqualTo(source.position() + 1);
            Program.Finished refused = maal(inFolder("back"), "restore", second.toString());
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.output()).contains("is in use by process").doesNotContain("\tat ");
        }
    }

    /**
     * A ledger backed up into {@code first} while others write to it, restored on a server, found to be the same there, and backed up into
     * {@code second}.
     */
    private Seen moved(Path first, Path second) throws Exception {
        Seen source;
        try (Program program = Program.start("run", folder, inFolder("data"))) {
            recordSomething(program);
            long position = backUpWhileOthersWrite(program, first);
            try (Connection tables = ProjectionTables.embedded(folder.resolve("data"))) {
                source = seen(program, position, tables);
            }
        }
        assertThat(source.tables()).containsKeys("register.target", "progress.reading", "reference.area");
        assertThat(source.tables().get("progress.reading")).isNotEmpty();
        try (EmbeddedPostgres server = ExistingPostgres.durable()) {
            Map<String, String> onServer = onServer(server);
            assertThat(restored(onServer, first)).isEqualTo(source.position());
            try (Program program = Program.start("run", folder, onServer);
                    Connection tables = server.getPostgresDatabase().getConnection()) {
                assertThat(seen(program, source.position(), tables)).isEqualTo(source);
                assertThat(backedUp(onServer, second)).isEqualTo(source.position());
            }
        }
        assertThat(members(second)).as("sums of all rows that were recorded").isEqualTo(members(first));
        return source;
    }

    private void recordSomething(Program program) {
        // Whoever asks later is known by then: an id is given at the first visit, and the vault would grow by it.
        operator(program).get("/v1/agreements").expecting(200);
        provider(program).post("/v1/imports/reference", "").expecting(200);
        Client officer = new Client(program, keys.token("s1", "E06000004", "authority-officer"));
        officer.post("/v1/agreements", """
                        {"agreementId": "%s", "kind": "multi-area-agreement", "title": "Made-up agreement",
                         "edition": "laa-maa-2008", "from": "2008-07-01", "to": "2011-03-31", "area": "maa:tees-valley",
                         "responsibleAuthority": "E06000004", "governmentOffice": "go:north-east",
                         "members": ["E06000002", "E06000004"], "partners": [], "actedOn": "2008-05-01"}""".formatted(AGREEMENT)).expecting(201);
        officer.post("/v1/agreements/" + AGREEMENT + "/targets", """
                        {"targetId": "%s", "indicator": "ni:154", "area": "maa:tees-valley",
                         "relatesTo": ["E06000002", "E06000004"],
                         "offer": {"period": "2010-04-01/P1Y", "value": "2400"}, "actedOn": "2008-05-02"}""".formatted(TARGET))
                .expecting(201);
        new Client(program, keys.token("m1", "E06000002", "authority-officer"))
                .post(
                        "/v1/targets/" + TARGET + "/consent-refusals",
                        "{\"offerNumber\": 1, \"reason\": \"Made up: too few homes\", \"actedOn\": \"2008-05-09\"}")
                .expecting(200);
        provider(program).post("/v1/readings", """
                        {"series": "ni:154~maa:tees-valley~all", "period": "2008-04-01/P1Y", "vintage": "final",
                         "observation": {"value": "1900"}, "source": {"name": "made up for a test"}, "actedOn": "2009-06-01"}""").expecting(201);
    }

    /** The position of the backup; a client goes on registering places until it is taken, and is never held up for long. */
    private long backUpWhileOthersWrite(Program program, Path file) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Long> first = new CompletableFuture<>();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Long> last = thread.submit(() -> {
                Client client = provider(program);
                long position = 0;
                boolean goesOn = true;
                for (int i = 0; goesOn; i++) {
                    goesOn = !done.get();
                    position = client.post("/v1/areas", area("test:" + i))
                            .expecting(201)
                            .position();
                    first.complete(position);
                }
                return position;
            });
            long position;
            try {
                long begun = first.get(2, TimeUnit.MINUTES);
                position = backedUp(inFolder("data"), file);
                assertThat(position).as("what was recorded before it began").isGreaterThanOrEqualTo(begun);
            } finally {
                done.set(true);
            }
            assertThat(last.get()).as("what was recorded in the end").isGreaterThan(position);
            return position;
        }
    }

    private Seen seen(Program program, long position, Connection tables) throws Exception {
        Client operator = operator(program);
        List<JsonNode> answers = List.of(
                answer(operator, "/v1/agreements/" + AGREEMENT, position),
                answer(operator, "/v1/targets/" + TARGET, position),
                answer(operator, "/v1/targets/" + TARGET + "/history", position),
                answer(operator, "/v1/readings?series=ni:154~maa:tees-valley~all", position));
        return new Seen(position, ProjectionTables.at(position, tables), answers);
    }

    private static JsonNode answer(Client client, String path, long position) {
        String moment = "as-of=%d&min-position=%d".formatted(position, position);
        return client.getOnceReached(path + (path.contains("?") ? "&" : "?") + moment)
                .body();
    }

    private long backedUp(Map<String, String> settings, Path file) {
        return position(maal(settings, "backup", file.toString()));
    }

    private long restored(Map<String, String> settings, Path file) {
        return position(maal(settings, "restore", file.toString()));
    }

    private Program.Finished maal(Map<String, String> settings, String... arguments) {
        return Program.run(List.of(arguments), folder, settings);
    }

    private static long position(Program.Finished finished) {
        Matcher said = POSITION.matcher(finished.output());
        assertThat(finished.exit()).as(finished.output()).isZero();
        assertThat(said.find()).as(finished.output()).isTrue();
        return Long.parseLong(said.group(1).replace(",", ""));
    }

    /** What the manifest of a backup says of its members, sums included. */
    private static JsonNode members(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                var manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return JSON.readTree(manifest).path("members");
        }
    }

    private Map<String, String> inFolder(String name) {
        return Map.of(
                "MAAL_JWKS_FILE",
                keys.file().toString(),
                "MAAL_DATA",
                folder.resolve(name).toString());
    }

    private Map<String, String> onServer(EmbeddedPostgres server) {
        Map<String, String> settings = new HashMap<>(ExistingPostgres.settings(server, keys));
        settings.put("MAAL_DATA", folder.resolve("beside-the-server").toString());
        return settings;
    }

    private Client operator(Program program) {
        return new Client(program, keys.token("p1", "org:operations", "operator"));
    }

    private Client provider(Program program) {
        return new Client(program, keys.token("ada", "org:statistics", "data-provider"));
    }

    private static String area(String code) {
        return """
                {"area": "%s", "source": {"name": "made up for a test"},
                 "details": {"name": "A place", "level": "other", "parents": [], "constituents": [],
                             "formerCodes": [], "aliases": []}}""".formatted(code);
    }
}
