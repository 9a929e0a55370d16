package org.maaledger.app.problem;

import java.util.Locale;

/** The problems that the program answers itself, before or beside the two sides. */
public enum KnownProblem {
    BAD_REQUEST(400, "The request cannot be read.", "Compare it with the description at /v3/api-docs."),
    TOKEN_MISSING(
            401,
            "Every address under /v1 needs a bearer token.",
            "Send the header Authorization: Bearer TOKEN, with a token of your sign-in."),
    TOKEN_REFUSED(
            401,
            "The token is unreadable, forged, expired, or not meant for this ledger.",
            "Ask your sign-in for a new token."),
    IDENTITY_INCOMPLETE(
            403,
            "The token is genuine, but does not say for which body and in which office you act.",
            "Let whoever runs your sign-in add the claims body and role."),
    FORBIDDEN(403, "You may not do this.", "Ask somebody in whose office it lies."),
    NOT_FOUND(404, "There is nothing at this address.", "Compare it with the description at /v3/api-docs."),
    METHOD_NOT_ALLOWED(405, "This address does not know this method.", "The header Allow names those it knows."),
    NOT_ACCEPTABLE(
            406, "The answer cannot be given in the form that the header Accept asks for.", "Accept application/json."),
    TOO_LARGE(413, "The request is larger than any that is meant.", "Send it in parts."),
    ADDRESS_TOO_LONG(414, "The address is longer than any that is meant.", "Ask for less at a time."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is in a form that this address does not take.",
            "Send one of those that the header Accept of this answer names."),
    HEADERS_TOO_LARGE(431, "The headers are larger than any that are meant.", "Send fewer or shorter ones."),
    FAULT(
            500,
            "The program failed. Nothing that was answered before is lost.",
            "Tell whoever runs the ledger the id in this answer; it stands beside the cause in their log."),
    UNAVAILABLE(503, "The ledger cannot answer now.", "Try again; a write with the same Idempotency-Key."),
    OUTCOME_UNKNOWN(
            503,
            "It is not known whether this was recorded.",
            "Send the same request with the same Idempotency-Key: the answer to that is the true one."),
    IDENTITY_UNCHECKABLE(503, "Your token cannot be checked now.", "Try again in a moment.");

    private final int status;
    private final String meaning;
    private final String remedy;

    KnownProblem(int status, String meaning, String remedy) {
        this.status = status;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String meaning() {
        return meaning;
    }

    public String remedy() {
        return remedy;
    }

    /** The problem that stands for an HTTP status which the framework chose. */
    static KnownProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> TOKEN_MISSING;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            // The server calls these its own, but a method or a version that nobody speaks is the caller's.
            case 501, 505 -> BAD_REQUEST;
            default -> status >= 500 ? FAULT : BAD_REQUEST;
        };
    }
}
