package org.maaledger.command.http;

import java.time.Duration;
import java.util.List;

/** A request that never became a command, or whose answer is not to be had: refused at the edge. */
public final class RequestRefused extends RuntimeException {

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldError> errors;

    private RequestRefused(int status, String code, String title, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.errors = errors;
    }

    static RequestRefused unreadable(String detail) {
        return new RequestRefused(400, "request-unreadable", "The request cannot be read", detail, List.of());
    }

    static RequestRefused invalid(List<FieldError> errors) {
        return new RequestRefused(
                400,
                "request-invalid",
                "Fields of the request are missing or wrong",
                "%d %s to mend, listed under errors.".formatted(errors.size(), errors.size() == 1 ? "fault" : "faults"),
                List.copyOf(errors));
    }

    static RequestRefused invalid(FieldError error) {
        return invalid(List.of(error));
    }

    static RequestRefused header(String code, String detail) {
        return new RequestRefused(400, code, "A header of the request is missing or wrong", detail, List.of());
    }

    /** A parameter of the address cannot be taken. */
    public static RequestRefused parameter(String code, String detail) {
        return new RequestRefused(400, code, "A parameter of the request is missing or wrong", detail, List.of());
    }

    /** The body has more bytes than are taken. */
    public static RequestRefused tooLarge(long bytesMax) {
        return new RequestRefused(
                413,
                "request-too-large",
                "The request is too large",
                "A request has at most %d bytes. Large numbers of readings go through an import.".formatted(bytesMax),
                List.of());
    }

    /** The body ended before it was whole; most often nobody is there any more to read this. */
    public static RequestRefused brokenOff() {
        return new RequestRefused(
                400,
                "request-broken-off",
                "The request ended before its body did",
                "The connection broke while the body was sent. Nothing was recorded. Send it again.",
                List.of());
    }

    /** The body took too long to arrive. */
    public static RequestRefused tooSlow(Duration timeMax) {
        return new RequestRefused(
                408,
                "request-too-slow",
                "The request took too long to arrive",
                "A file may take %d minutes. Send it gzipped, or in parts.".formatted(timeMax.toMinutes()),
                List.of());
    }

    /** Packed bodies are not unpacked, so that none grows beyond its bound. */
    static RequestRefused encoded() {
        return new RequestRefused(
                415,
                "content-encoding-unsupported",
                "The body is packed",
                "Send the body as it is, without Content-Encoding.",
                List.of());
    }

    /** The client has used the key for another request. */
    public static RequestRefused keyReused() {
        return new RequestRefused(
                422,
                "idempotency-key-reused",
                "The Idempotency-Key belongs to another request",
                "This key already stands for an accepted request that differs from this one. Use a new key for a new request.",
                List.of());
    }

    static RequestRefused preconditionRequired() {
        return new RequestRefused(
                428,
                "if-match-missing",
                "The request must say which version it was made on",
                "Send If-Match with the ETag you read, such as \"3\", or * to accept any version.",
                List.of());
    }

    /** Not now: the same request may be taken later. */
    public static RequestRefused unavailable(String code, String title, String detail) {
        return new RequestRefused(503, code, title, detail, List.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
