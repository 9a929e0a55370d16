package org.maaledger.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.maaledger.app.settings.CannotStart;

/** Signs in to a running demonstration, whose secrets lie in its data folder. */
final class TokenSource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI address;
    private final JsonNode secrets;

    private TokenSource(URI address, JsonNode secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    /** The sign-in of the demonstration that runs on {@code data}. */
    static TokenSource in(Path data) {
        Path file = TrialSignIn.file(data);
        if (!Files.exists(file)) {
            throw new CannotStart("No demonstration runs on %s: start one with ./maal demo.".formatted(data));
        }
        try {
            JsonNode kept = JsonMapper.builder().build().readTree(file.toFile());
            return new TokenSource(URI.create(kept.path("address").asText()), kept.path("secrets"));
        } catch (IOException e) {
            throw new CannotStart("The secrets of the demonstration in %s cannot be read: %s".formatted(file, e), e);
        }
    }

    /** Whom one can sign in as. */
    List<String> names() {
        return Persona.all().stream().map(Persona::name).toList();
    }

    String token(String name) {
        Persona persona = Persona.all().stream()
                .filter(known -> known.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "Nobody is called '%s' here. Choose one of: %s.".formatted(name, String.join(", ", names()))));
        String login = persona.client() + ":" + secrets.path(persona.name()).asText();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JsonMapper.builder().build().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new CannotStart("The sign-in at %s refuses (%d): another demonstration may have started since."
                        .formatted(address, response.statusCode()));
            }
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new CannotStart("No demonstration answers at %s: start one with ./maal demo.".formatted(address), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }
}
