package org.maaledger.app.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What an issuer publishes about itself (OpenID Connect Discovery 1.0), fetched anew. */
final class IssuerDocuments {

    /** For each of the two documents, from the first byte sent to the last one received. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int BYTES_MAX = 256 * 1024;

    private IssuerDocuments() {}

    /** Whoever stands between could put keys of their own in; on the loopback interface nobody stands between. */
    static boolean isTrustworthy(String address) {
        return address.matches("https://[^\\s?#]+")
                || address.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/][^\\s?#]*)?");
    }

    /** The keys that {@code issuer} signs with. */
    static JWKSet keysOf(String issuer) throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            Map<String, Object> metadata = JSONObjectUtils.parse(document(base + "/.well-known/openid-configuration"));
            if (!issuer.equals(metadata.get("issuer"))) {
                throw new IOException("the address %s answers for another issuer".formatted(issuer));
            }
            String keys = String.valueOf(metadata.get("jwks_uri"));
            if (!isTrustworthy(keys)) {
                throw new IOException("%s gives no address of its keys that can be trusted".formatted(issuer));
            }
            return JWKSet.parse(document(keys));
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("what %s says of itself cannot be read".formatted(issuer), e);
        }
    }

    private static String document(String address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/json")
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<String> response = client.sendAsync(
                            request, BodyHandlers.limiting(BodyHandlers.ofString(), BYTES_MAX))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("%s answers with status %d".formatted(address, response.statusCode()));
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException("%s cannot be read: %s".formatted(address, e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("%s does not answer within %d seconds".formatted(address, PATIENCE.toSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s was asked".formatted(address), e);
        } finally {
            client.shutdownNow();
        }
    }
}
