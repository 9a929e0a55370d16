package org.maaledger.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.maaledger.app.settings.CannotStart;

/** Asks a running ledger, with the token of whoever types the command. */
final class LedgerClient {

    /** A rebuild of a large ledger is answered when it is done. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final URI address;
    private final String token;

    private LedgerClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    static LedgerClient ofEnvironment(Map<String, String> environment) {
        String token = environment.get("MAAL_TOKEN");
        if (token == null || token.isBlank()) {
            throw new CannotStart(
                    "Set MAAL_TOKEN to a token of an operator, or of a data provider to import readings; with the demonstration: "
                            + "MAAL_TOKEN=$(./maal token --as Operator), or --as \"Data provider\".");
        }
        String port = environment.getOrDefault("MAAL_PORT", "8080");
        return new LedgerClient(
                URI.create(environment.getOrDefault("MAAL_URL", "http://localhost:" + port)), token.strip());
    }

    /** Sends a file of figures; the answer comes in lines, to be read to their end and closed. */
    InputStream send(Path file, String mapping, String name, boolean check) throws IOException {
        String query = "/v1/imports/readings?mapping=%s&file-name=%s&check=%s"
                .formatted(
                        URLEncoder.encode(mapping, StandardCharsets.UTF_8),
                        URLEncoder.encode(name, StandardCharsets.UTF_8),
                        check);
        HttpRequest request = HttpRequest.newBuilder(address.resolve(query))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/x-ndjson, application/problem+json")
                .header("Content-Type", name.endsWith(".gz") ? "application/gzip" : "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        try {
            // The client is closed with the process: closing it here would wait for the lines that nobody has read yet.
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 400) {
                throw new CannotStart("The ledger at %s refuses: %s"
                        .formatted(address, new String(response.body().readAllBytes(), StandardCharsets.UTF_8)));
            }
            return response.body();
        } catch (ConnectException e) {
            throw new CannotStart(
                    "No ledger answers at %s: start one with ./maal run or ./maal demo, or set MAAL_URL."
                            .formatted(address),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }

    /** Posts an empty body; the path's last but one part may hold any characters that a user typed. */
    String post(String path) {
        String[] parts = path.substring(1).split("/", -1);
        StringBuilder encoded = new StringBuilder();
        for (String part : parts) {
            encoded.append('/').append(URLEncoder.encode(part, StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(address.resolve(encoded.toString()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new CannotStart("The ledger at %s refuses: %s".formatted(address, response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new CannotStart(
                    "No ledger answers at %s: start one with ./maal run or ./maal demo, or set MAAL_URL."
                            .formatted(address),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }
}
