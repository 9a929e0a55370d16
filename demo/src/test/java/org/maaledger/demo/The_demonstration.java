package org.maaledger.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.wiring.RunningLedger;
import org.maaledger.log.LedgerReader;

/** Aim: whoever tries the ledger can sign in as anybody and finds a story in it. Method: the whole demonstration, started once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class The_demonstration {

    @TempDir
    static Path data;

    private RunningLedger ledger;

    @BeforeAll
    void start() {
        Settings settings = Settings.of(Map.of("MAAL_PORT", "0", "MAAL_DATA", data.toString()), Path.of("unused"));
        TrialSignIn trial = TrialSignIn.fresh("http://localhost");
        ledger = RunningLedger.start(settings, trial.trust(), new RunningLedger.Addition(SignInConfig.class, trial));
        trial.keepIn(data, ledger.address());
        Demonstration.playOnce(data, ledger.address());
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void gives_a_token_to_every_persona_that_the_ledger_accepts() throws Exception {
        TokenSource signIn = TokenSource.in(data);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Persona persona : Persona.all()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(ledger.address() + "/v1/nothing-here"))
                        .header("Authorization", "Bearer " + signIn.token(persona.name()))
                        .build();
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(response.statusCode()).as(persona.name()).isEqualTo(404);
            }
        }
    }

    @Test
    void keeps_its_secrets_from_other_users_and_refuses_who_does_not_know_them() throws Exception {
        Path secrets = TrialSignIn.file(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> TokenSource.in(data).token("King of Tees"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Tees Valley officer");
        assertThatThrownBy(() -> TokenSource.in(data.resolve("elsewhere")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("./maal demo");
    }

    @ParameterizedTest
    @CsvSource({
        "hartlepool-officer:guessed, grant_type=client_credentials",
        "king-of-tees:guessed, grant_type=client_credentials",
        ", grant_type=client_credentials",
        ", grant_type=client_credentials&client_id=hartlepool-officer&client_secret=guessed"
    })
    void tells_whoever_does_not_know_its_secrets_what_oauth_has_for_that(@Nullable String login, String form)
            throws Exception {
        HttpResponse<String> response = askedForToken(login, form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).contains("\"error\":\"invalid_client\"", "./maal token");
    }

    @Test
    void tells_whoever_writes_no_login_at_all_that_it_cannot_be_read() throws Exception {
        HttpResponse<String> response = askedForToken("no colon", "grant_type=client_credentials");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"error\":\"invalid_request\"");
    }

    private HttpResponse<String> askedForToken(@Nullable String login, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ledger.address() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (login != null) {
            byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void is_recorded_once_however_often_it_is_played() throws Exception {
        LedgerReader reader = ledger.context().getBean(LedgerReader.class);
        long head = reader.head();
        assertThat(head).isPositive();
        Demonstration.playOnce(data, ledger.address());
        assertThat(reader.head()).isEqualTo(head);
        Files.delete(data.resolve("demonstration-played"));
        Demonstration.playOnce(data, ledger.address());
        assertThat(reader.head()).as("an interrupted start plays it again").isEqualTo(head);
    }
}
