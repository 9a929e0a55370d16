package org.maaledger.app.practice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.maaledger.app.identity.TokenTrust;
import org.maaledger.app.settings.Settings;

/** Tokens for one practice, signed with a key that is never written anywhere and trusted by no other ledger. */
final class PracticeTokens {

    private static final String KEY = "practice";
    private static final Duration VALID = Duration.ofHours(1);

    private final ECKey pair;
    private final Instant now;

    private PracticeTokens(ECKey pair, Instant now) {
        this.pair = pair;
        this.now = now;
    }

    static PracticeTokens from(Instant now) {
        try {
            return new PracticeTokens(new ECKeyGenerator(Curve.P_256).keyID(KEY).generate(), now);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes keys of P-256", e);
        }
    }

    /** The ledger that trusts these tokens and no others. */
    TokenTrust trust() {
        return new TokenTrust(new ImmutableJWKSet<>(new JWKSet(pair.toPublicJWK())), null, Settings.AUDIENCE);
    }

    /** A token of somebody who acts for {@code body} in the office {@code role}. */
    String of(String body, String role) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("https://issuer.practice.invalid")
                .subject(body + " " + role)
                .audience(Settings.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .claim("body", body)
                .claim("role", role)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY).build(), claims);
        try {
            token.sign(new ECDSASigner(pair));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key made a moment ago does not sign", e);
        }
        return token.serialize();
    }
}
