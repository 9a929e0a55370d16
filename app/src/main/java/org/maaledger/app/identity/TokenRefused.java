package org.maaledger.app.identity;

import org.springframework.security.core.AuthenticationException;

/** Why a token does not open the door. The message is for whoever sent it and repeats nothing of the token. */
final class TokenRefused extends AuthenticationException {

    /** What is wrong. */
    enum Fault {
        /** Unreadable, forged, expired, for somebody else, or from an issuer that is not trusted here. */
        REFUSED,
        /** Genuine, but it does not say for which body and in which office somebody acts. */
        INCOMPLETE,
        /** It cannot be checked now: the issuer's keys or the database cannot be reached. */
        UNCHECKABLE
    }

    private final Fault fault;
    private final String reason;

    TokenRefused(Fault fault, String reason) {
        super(reason);
        this.fault = fault;
        this.reason = reason;
    }

    TokenRefused(Fault fault, String reason, Throwable cause) {
        super(reason, cause);
        this.fault = fault;
        this.reason = reason;
    }

    /** For whoever sent the token. */
    String reason() {
        return reason;
    }

    Fault fault() {
        return fault;
    }
}
