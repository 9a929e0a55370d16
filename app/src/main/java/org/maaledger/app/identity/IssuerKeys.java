package org.maaledger.app.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import org.maaledger.app.settings.CannotStart;

/** Where public keys come from: a file, or the issuer's own address (OpenID Connect Discovery 1.0). */
public final class IssuerKeys {

    private IssuerKeys() {}

    /** The keys in {@code file}, a JSON Web Key Set. A private key in it is refused: it does not belong there. */
    public static JWKSource<SecurityContext> inFile(Path file) {
        try {
            JWKSet keys = JWKSet.load(file.toFile());
            if (keys.getKeys().isEmpty()) {
                throw new CannotStart("MAAL_JWKS_FILE %s holds no key.".formatted(file));
            }
            if (keys.getKeys().stream()
                    .anyMatch(key ->
                            key.isPrivate() || key.getKeyType().getValue().equals("oct"))) {
                throw new CannotStart("MAAL_JWKS_FILE %s holds a secret key: give public keys only.".formatted(file));
            }
            return new ImmutableJWKSet<>(keys);
        } catch (IOException | ParseException e) {
            throw new CannotStart(
                    "MAAL_JWKS_FILE %s cannot be read as a JSON Web Key Set: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The keys of {@code issuer}, which is asked from time to time; the ledger starts while it is away. */
    public static JWKSource<SecurityContext> of(String issuer) {
        return of(issuer, InstantSource.system());
    }

    /** The same by another clock. */
    static PublishedKeys of(String issuer, InstantSource clock) {
        if (!IssuerDocuments.isTrustworthy(issuer)) {
            throw new CannotStart(
                    "MAAL_ISSUER is an address such as https://sign-in.example.gov.uk (http on this machine only), not "
                            + issuer);
        }
        return new PublishedKeys(() -> IssuerDocuments.keysOf(issuer), clock);
    }
}
