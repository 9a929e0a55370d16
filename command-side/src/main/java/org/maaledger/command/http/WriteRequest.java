package org.maaledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.web.servlet.HandlerMapping;

/** A request that writes: its address, the headers that matter, its whole body. */
public final class WriteRequest {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + Limits.KEY_CHARACTERS_MAX + "}");
    private static final Pattern ENTITY_TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private final String method;
    private final String address;
    private final @Nullable String key;
    private final @Nullable String ifMatch;
    private final byte[] body;
    private final Map<String, String> variables;
    private final @Nullable String viewed;

    private WriteRequest(
            String method,
            String address,
            @Nullable String key,
            @Nullable String ifMatch,
            byte[] body,
            Map<String, String> variables,
            @Nullable String viewed) {
        this.method = method;
        this.address = address;
        this.variables = Map.copyOf(variables);
        this.key = key;
        this.ifMatch = ifMatch;
        this.body = body;
        this.viewed = viewed;
    }

    /** Reads a request whose body has at most {@link Limits#BODY_BYTES_MAX} bytes. */
    static WriteRequest of(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw RequestRefused.encoded();
        }
        return new WriteRequest(
                request.getMethod(),
                request.getRequestURI(),
                header(request, "Idempotency-Key"),
                header(request, "If-Match"),
                body(request),
                variables(request),
                null);
    }

    /** All that a header says: one that is sent twice says two things. */
    private static @Nullable String header(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** What stands in the address in place of its variables. */
    private static Map<String, String> variables(HttpServletRequest request) {
        Map<String, String> variables = new HashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named) {
            named.forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        }
        return variables;
    }

    private static byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > Limits.BODY_BYTES_MAX) {
            throw RequestRefused.tooLarge(Limits.BODY_BYTES_MAX);
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(Limits.BODY_BYTES_MAX + 1);
        } catch (IOException e) {
            throw RequestRefused.brokenOff();
        }
        if (bytes.length > Limits.BODY_BYTES_MAX) {
            throw RequestRefused.tooLarge(Limits.BODY_BYTES_MAX);
        }
        return bytes;
    }

    /** The body; not to be changed. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] body() {
        return body;
    }

    /** What stands in the address, by the names that the command gives it. */
    Map<String, String> variables() {
        return variables;
    }

    /** The same request, which must say by If-Match which version of {@code stream} it was made on. */
    public WriteRequest onVersionOf(String stream) {
        return new WriteRequest(method, address, key, ifMatch, body, variables, stream);
    }

    /** The same request with another value that its address stands for. */
    public WriteRequest with(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new WriteRequest(method, address, key, ifMatch, body, more, viewed);
    }

    /** The stream that the request's view is of, where it has one. */
    Optional<String> viewed() {
        return Optional.ofNullable(viewed);
    }

    /** The version that the request was made on; null where any will do. */
    Submission.@Nullable View view() {
        if (viewed == null) {
            return null;
        }
        if (ifMatch == null) {
            throw RequestRefused.preconditionRequired();
        }
        if (ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw RequestRefused.header(
                    "if-match-unreadable", "If-Match holds one entity tag, such as \"3\" in quotation marks, or *.");
        }
        return new Submission.View(viewed, Long.parseLong(tag.group(1)));
    }

    /** The key under which a repeated request is known. */
    public String key() {
        return requireKey(key);
    }

    /** The key in a header, if it is there and readable. */
    public static String requireKey(@Nullable String key) {
        if (key == null) {
            throw RequestRefused.header(
                    "idempotency-key-missing",
                    "Send an Idempotency-Key, a new one for each new request: with it, a request that is sent again is carried out once.");
        }
        if (!KEY.matcher(key).matches()) {
            throw RequestRefused.header(
                    "idempotency-key-unreadable",
                    "An Idempotency-Key has 1 to %d printable ASCII characters without spaces, such as a UUID."
                            .formatted(Limits.KEY_CHARACTERS_MAX));
        }
        return key;
    }

    /** What a repeated request is known by: the client's key, and a hash over method, address, actor and body. */
    Submission.Request identity(Actor actor) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = String.join(
                    "\n",
                    method,
                    address,
                    actor.id().toString(),
                    actor.body().value(),
                    actor.office().name(),
                    "");
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return new Submission.Request(
                    actor.id().toString(), key(), HexFormat.of().formatHex(digest.digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
