package org.maaledger.app.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.app.settings.Settings;

/**
 * Whose tokens are trusted.
 *
 * @param keys the public keys that tokens are verified with
 * @param issuer the one issuer that is trusted; null if whoever holds one of the keys is
 * @param audience what a token must be meant for
 */
public record TokenTrust(
        JWKSource<SecurityContext> keys, @Nullable String issuer, String audience) {

    /** The trust that the settings ask for; without any nobody could ever sign in, so the program does not start. */
    public static TokenTrust of(Settings settings) {
        String issuer = settings.issuer();
        if (settings.keys() != null) {
            return new TokenTrust(IssuerKeys.inFile(settings.keys()), issuer, settings.audience());
        }
        if (issuer != null) {
            return new TokenTrust(IssuerKeys.of(issuer), issuer, settings.audience());
        }
        throw new CannotStart(
                "Set MAAL_ISSUER (the address of your sign-in) or MAAL_JWKS_FILE (its public keys): without them nobody could sign in. To try the ledger, use ./maal demo.");
    }
}
