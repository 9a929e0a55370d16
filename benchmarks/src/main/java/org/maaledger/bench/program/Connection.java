package org.maaledger.bench.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One connection to the program, kept open, that costs the generator little: the machine is shared with what is measured. */
final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
    private final int port;
    private final String token;

    Connection(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What came back: the status, and the body as it came. */
    record Answer(int status, String body) {

        /** This answer if it says that all went well; otherwise fails with what it says. */
        Answer good() {
            if (status < 200 || status > 299) {
                throw new IllegalStateException("answered %d: %s".formatted(status, body));
            }
            return this;
        }

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    Answer get(String path) throws IOException {
        return send("GET", path, null, null);
    }

    /** Posts {@code json} under the idempotency key {@code key}, whatever version there is. */
    Answer post(String path, String json, String key) throws IOException {
        return send("POST", path, json, key);
    }

    Answer send(String method, String path, @Nullable String json, @Nullable String key) throws IOException {
        ClassicHttpRequest request = new BasicClassicHttpRequest(method, path);
        request.setHeader("Host", "localhost:" + port);
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.setHeader("Idempotency-Key", key);
            request.setHeader("If-Match", "*");
        }
        if (json != null) {
            request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
            request.setHeader("Content-Type", "application/json");
            request.setHeader("Content-Length", Integer.toString(json.getBytes(StandardCharsets.UTF_8).length));
        }
        try {
            if (!connection.isOpen()) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                // Headers and body go out one after the other: the second must not wait until the first is
                // acknowledged.
                socket.setTcpNoDelay(true);
                connection.bind(socket);
                connection.setSocketTimeout(Timeout.ofMilliseconds(TIMEOUT_MILLIS));
            }
            ClassicHttpResponse response = executor.execute(request, connection, HttpCoreContext.create());
            HttpEntity entity = response.getEntity();
            Answer answer = new Answer(response.getCode(), entity == null ? "" : text(entity));
            if ("close".equalsIgnoreCase(header(response, "Connection"))) {
                connection.close();
            }
            return answer;
        } catch (HttpException e) {
            throw new IOException("not HTTP: " + e.getMessage(), e);
        }
    }

    private static String text(HttpEntity entity) throws IOException {
        return new String(EntityUtils.toByteArray(entity), StandardCharsets.UTF_8);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        return response.getFirstHeader(name) == null
                ? null
                : response.getFirstHeader(name).getValue();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
