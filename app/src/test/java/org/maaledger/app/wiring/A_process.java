package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.settings.Settings;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.query.config.QueryConfig;

/** Aim: several processes share the parts of one ledger out. Method: one that only answers questions, on the other one's database. */
class A_process {

    @TempDir
    Path data;

    @Test
    void that_only_answers_questions_takes_no_command_and_projects_nothing() throws Exception {
        DatabaseAccess access = TestLedger.running().context().getBean(DatabaseAccess.class);
        Settings settings = Settings.of(
                Map.of(
                        "MAAL_PORT", "0",
                        "MAAL_ROLES", "query",
                        "MAAL_DATA", data.toString(),
                        "MAAL_DATABASE_URL", access.url(),
                        "MAAL_DATABASE_USER", access.owner().user(),
                        "MAAL_DATABASE_PASSWORD", access.owner().password(),
                        "MAAL_DATABASE_APP_USER", access.app().user(),
                        "MAAL_DATABASE_APP_PASSWORD", access.app().password()),
                Path.of("unused"));
        try (RunningLedger node = RunningLedger.start(settings, TestLedger.SIGN_IN.trust());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(status(client, node, "GET")).isEqualTo(200);
            assertThat(status(client, node, "POST")).isEqualTo(405);
            assertThat(node.context().getBeansOfType(QueryConfig.class)).hasSize(1);
            assertThat(node.context().getBeansOfType(CommandDesk.class)).isEmpty();
            assertThat(node.context().getBeanDefinitionNames()).doesNotContain("projectionLifecycle");
        }
        assertThat(TestLedger.get("/v1/agreements").statusCode())
                .as("the other process goes on, and so does its database")
                .isEqualTo(200);
    }

    private static int status(HttpClient client, RunningLedger node, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + "/v1/agreements"))
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
