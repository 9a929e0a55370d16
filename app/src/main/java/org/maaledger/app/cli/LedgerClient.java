package org.maaledger.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.maaledger.app.settings.CannotStart;

/** Asks a running ledger, with the token of whoever types the command. */
final class LedgerClient {

    /** Until an answer begins, which it does once a large file was sent; a rebuild is answered when it has begun. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** How often a file is offered to a ledger that is busy with others: for an hour. */
    private static final int OFFERS_MAX = 720;

    private static final int BUSY_SECONDS = 5;

    /** What a header may carry as one word. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /** This machine, by the names that never mean another; what a resolver says of others is not asked. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private static final int PORT_MAX = 65_535;

    private final String address;
    private final String token;

    private LedgerClient(String address, String token) {
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
        if (!TOKEN.matcher(token.strip()).matches()) {
            throw new CannotStart(
                    "MAAL_TOKEN holds spaces, ends of lines or other characters that no token has: set it to the token alone.");
        }
        String port = environment.getOrDefault("MAAL_PORT", "8080");
        String url = environment.getOrDefault("MAAL_URL", "http://localhost:" + port);
        return new LedgerClient(address(url), token.strip());
    }

    /** The address without a slash at its end; it may have a path, as behind a server that stands before several programs. */
    private static String address(String given) {
        String address = given.strip().replaceFirst("/+$", "");
        try {
            URI uri = new URI(address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && bare && uri.getHost() != null && uri.getPort() <= PORT_MAX) {
                refuseOpenWay(uri);
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, with every other address that is none.
        }
        throw new CannotStart("MAAL_URL is an address such as https://ledger.example.gov.uk, with or without a path.");
    }

    /** Whoever listens on the way reads a token that is sent over plain http, and may act with it. */
    private static void refuseOpenWay(URI ledger) {
        if ("http".equals(ledger.getScheme())
                && !LOOPBACK.matcher(ledger.getHost().toLowerCase(Locale.ROOT)).matches()) {
            throw new CannotStart(
                    "MAAL_URL leads over plain http to another machine, and a token is not sent that way: use https://%s, or http on this machine only."
                            .formatted(ledger.getRawAuthority()));
        }
    }

    /** Sends a file of figures; the answer comes in lines, also if the file is refused whole, to be read to their end and closed. */
    InputStream send(ImportSource source, String mapping, boolean check) throws IOException {
        String query = "/v1/imports/readings?mapping=%s&file-name=%s&check=%s"
                .formatted(
                        URLEncoder.encode(mapping, StandardCharsets.UTF_8),
                        URLEncoder.encode(source.name(), StandardCharsets.UTF_8),
                        check);
        if (!source.indicator().isEmpty()) {
            query += "&indicator=" + URLEncoder.encode(source.indicator(), StandardCharsets.UTF_8);
        }
        for (int offers = 1; ; offers++) {
            HttpRequest request = request(query)
                    .header("Accept", "application/x-ndjson, application/problem+json")
                    .header("Content-Type", source.mediaType())
                    .POST(source.bytes())
                    .build();
            // The client is closed with the process: closing it here would wait for the lines that nobody has read yet.
            HttpResponse<InputStream> response =
                    answered(HttpClient.newHttpClient(), request, BodyHandlers.ofInputStream());
            if (response.statusCode() < 400) {
                return response.body();
            }
            String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            Refusal refusal = Refusal.of(response.statusCode(), body);
            if (!refusal.ofFile().isEmpty()) {
                return new ByteArrayInputStream(refusal.ofFile().getBytes(StandardCharsets.UTF_8));
            }
            if (!refusal.isBusy() || offers == OFFERS_MAX || source.isPipe()) {
                throw new CannotStart(refusal.line(address));
            }
            System.err.println("The ledger is busy with other files; trying again in %d s.".formatted(BUSY_SECONDS));
            pause();
        }
    }

    /** Posts an empty body; the path's last but one part may hold any characters that a user typed. */
    String post(String path) {
        return answer(path, request -> request.POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** What stands at the path. */
    String get(String path) {
        return answer(path, HttpRequest.Builder::GET);
    }

    private String answer(String path, UnaryOperator<HttpRequest.Builder> method) {
        String[] parts = path.substring(1).split("/", -1);
        StringBuilder encoded = new StringBuilder();
        for (String part : parts) {
            encoded.append("/")
                    .append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        HttpRequest request = method.apply(request(encoded.toString()).header("Accept", "application/json"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = answered(client, request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new CannotStart(
                        Refusal.of(response.statusCode(), response.body()).line(address));
            }
            return response.body();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private <T> HttpResponse<T> answered(HttpClient client, HttpRequest request, BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (ConnectException e) {
            throw new CannotStart(
                    "No ledger answers at %s: start one with ./maal run or ./maal demo, or set MAAL_URL."
                            .formatted(address),
                    e);
        } catch (IOException e) {
            throw new CannotStart(
                    "The connection to the ledger at %s broke (%s): see whether it is still running, and run the command again: nothing is taken twice."
                            .formatted(address, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(BUSY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }
}
