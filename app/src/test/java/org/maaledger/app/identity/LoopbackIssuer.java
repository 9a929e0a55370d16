package org.maaledger.app.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real issuer on the loopback address, which a test can close, make slow, and give other keys. */
final class LoopbackIssuer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<ECKey> keys = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile boolean away;
    volatile String configuration;

    LoopbackIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration));
        server.createContext("/keys", exchange -> answer(exchange, published()));
        server.setExecutor(threads);
        server.start();
        configuration = "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(address(), address());
        rotate("first");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often its configuration or its keys were asked for. */
    int asked() {
        return asked.get();
    }

    /** From now on it signs and publishes another key only. */
    void rotate(String name) {
        keys.clear();
        keys.add(key(name));
    }

    static ECKey key(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String token() {
        return token(keys.getFirst());
    }

    String token(ECKey key) {
        return SignIn.signed(
                JWSAlgorithm.ES256, key.getKeyID(), () -> new ECDSASigner(key), claims -> claims.issuer(address()));
    }

    private String published() {
        return new JWKSet(keys.stream().map(JWK::toPublicJWK).toList()).toString();
    }

    private void answer(HttpExchange exchange, String document) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            gate.await();
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
