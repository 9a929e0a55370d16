package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: whoever follows README has a ledger and a PostgreSQL in containers that may do no more than they need, that lose nothing when they
 * are made anew, and that are given back what was in a backup. Method: the commands of README and of docs/containers.md on the container
 * engine of this machine, tokens signed with a key made for the test, and the engine asked what runs. Without an engine, or without the
 * right to use it, it is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersTest {

    /** Takes the containers away and keeps what they wrote. */
    private static final String DOWN = "docker-compose down";

    private static final String SERIES = "test:read~X00000011~all";

    private final List<Readme.Step> commands;
    private final Path folder;
    private final Keys keys;
    private @Nullable Containers containers;
    private long recorded;

    ContainersTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.keys = Keys.in(folder);
        commands = Readme.parse(Files.readString(Program.CHECKOUT.resolve("README.md")), "console containers")
                .steps();
    }

    /** Before each, and not once before all, for only so is every test that is skipped told with the reason. */
    @BeforeEach
    void needAnEngine() throws IOException {
        if (containers == null) {
            containers = Containers.in(folder, Engine.compose());
        }
    }

    @AfterAll
    void takeAway() {
        if (containers != null) {
            containers.close();
        }
    }

    private Containers containers() {
        return Objects.requireNonNull(containers);
    }

    private Client provider() {
        return new Client(containers()::at, keys.token("ada", "org:statistics", "data-provider"));
    }

    @Test
    @Order(1)
    void come_up_as_README_says() throws Exception {
        assertThat(commands).extracting(Readme.Step::command).endsWith(DOWN);
        containers().type(commands.subList(0, commands.size() - 1));
        containers().awaitHealthy("postgres");
        containers().awaitHealthy("ledger");
    }

    @Test
    @Order(2)
    void record_a_reading_and_tell_it() {
        Client provider = provider();
        provider.post("/v1/areas", """
                {"area": "X00000011", "source": {"name": "made up for a test"}, "actedOn": "2008-01-01",
                 "details": {"name": "Made up", "level": "unitary", "tier": "top", "parents": [], "constituents": [],
                             "formerCodes": [], "aliases": []}}""").expecting(201);
        provider.post("/v1/indicators", """
                {"indicator": "test:read", "statutory": false, "source": {"name": "made up for a test"}, "actedOn": "2008-01-01",
                 "definition": {"version": 1, "title": "Made up", "unit": "number", "polarity": "higher-is-better",
                                "titleVerified": false}}""").expecting(201);
        recorded = provider.post("/v1/readings", """
                        {"series": "%s", "period": "2008-04-01/P1Y", "vintage": "final", "observation": {"value": "710"},
                         "source": {"name": "made up for a test"}, "actedOn": "2009-06-01"}""".formatted(SERIES))
                .expecting(201)
                .position();
        assertThat(value()).isEqualTo("710");
        assertThat(new Client(containers()::at, "").get("/v1/events").status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void may_do_no_more_than_they_need() {
        for (String service : List.of("ledger", "postgres")) {
            List<String> users = Engine.docker("top", containers().container(service), "-eo", "pid,uid")
                    .lines()
                    .skip(1)
                    .map(line -> line.strip().substring(line.strip().lastIndexOf(' ') + 1))
                    .toList();
            assertThat(users)
                    .as("who the processes of %s run as", service)
                    .isNotEmpty()
                    .doesNotContain("0");
            assertThat(containers().fact(service, "{{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}"))
                    .isEqualTo("[ALL] [no-new-privileges:true]");
        }
        assertThat(containers().fact("ledger", "{{.HostConfig.ReadonlyRootfs}}"))
                .isEqualTo("true");
        assertThat(containers().fact("ledger", "{{json .HostConfig.PortBindings}}"))
                .contains("\"HostIp\":\"127.0.0.1\"");
        assertThat(containers().fact("postgres", "{{json .HostConfig.PortBindings}}"))
                .isEqualTo("{}");
        assertThat(
                        sql(
                                "SELECT string_agg(rolname, ' ') FROM pg_authid WHERE rolsuper OR rolcreaterole OR rolpassword IS NULL AND rolcanlogin"))
                .as("who administers the database, from its own container only")
                .isEqualTo("postgres");
    }

    @Test
    @Order(4)
    void give_a_backup_to_the_outside_and_read_one_from_there() throws Exception {
        containers().type(documented("console backup"));
        Files.setPosixFilePermissions(folder.resolve("ledger.zip"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(containers()
                        .compose("run --rm -T --no-deps -v \"$PWD/ledger.zip:/etc/maal/ledger.zip:ro\" ledger"
                                + " restore /etc/maal/ledger.zip || echo exit code $?"))
                .as("into the ledger that runs it may not go")
                .contains("holds a ledger of " + recorded + " events already")
                .contains("exit code 1");
    }

    @Test
    @Order(5)
    void stop_in_order_when_they_are_told_to() {
        containers().compose("stop");
        assertThat(containers().fact("ledger", "{{.State.ExitCode}} {{.State.OOMKilled}}"))
                .as("Java's answer to SIGTERM, and not 137 of being killed")
                .isEqualTo("143 false");
        assertThat(containers().fact("postgres", "{{.State.ExitCode}} {{.State.OOMKilled}}"))
                .isEqualTo("0 false");
        assertThat(containers().compose("logs postgres")).contains("database system is shut down");
        assertThat(containers().compose("logs ledger"))
                .as("lines that programs read")
                .contains("{\"@timestamp\":");
    }

    @Test
    @Order(6)
    void keep_the_record_when_they_are_made_anew() throws Exception {
        containers().type(commands.subList(commands.size() - 1, commands.size()));
        containers().compose("up -d");
        containers().awaitHealthy("ledger");
        assertThat(value()).isEqualTo("710");
    }

    @Test
    @Order(7)
    void are_given_the_record_back_from_the_backup_when_all_else_is_lost() throws Exception {
        containers().compose("down --volumes");
        containers().type(documented("console restore"));
        containers().awaitHealthy("ledger");
        assertThat(value()).isEqualTo("710");
        assertThat(sql("SELECT max(position) FROM ledger.event")).isEqualTo(Long.toString(recorded));
    }

    private static List<Readme.Step> documented(String fence) throws IOException {
        return Readme.parse(Files.readString(Program.CHECKOUT.resolve("docs/containers.md")), fence)
                .steps();
    }

    private String value() {
        JsonNode page = provider()
                .getOnceReached("/v1/readings?series=%s&min-position=%d".formatted(SERIES, recorded))
                .body();
        return page.findPath("items").path(0).path("observation").path("value").asText();
    }

    private String sql(String question) {
        return Engine.docker(
                "exec", containers().container("postgres"), "psql", "-U", "postgres", "-d", "maal", "-Atc", question);
    }
}
