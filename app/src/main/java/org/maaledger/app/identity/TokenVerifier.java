package org.maaledger.app.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.identity.TokenRefused.Fault;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/** Checks a token's signature, issuer, audience and time, and reads who it speaks for. It keeps nothing. */
final class TokenVerifier {

    /** How far the issuer's clock and ours may be apart. */
    private static final int SKEW_SECONDS = 60;

    /** A real token has less than half of it; a longer one is refused unread. */
    private static final int CHARACTERS_MAX = 8_192;

    /** As long as the vault keeps who somebody is. */
    private static final int NAME_CHARACTERS_MAX = 500;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * A verifier of tokens meant for {@code audience}.
     *
     * @param issuer the one issuer that is trusted; null if whoever holds one of the keys is
     */
    TokenVerifier(JWKSource<SecurityContext> keys, @Nullable String issuer, String audience) {
        JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
        if (issuer != null) {
            exact.issuer(issuer);
        }
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(audience, exact.build(), Set.of("iss", "sub", "exp"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new MatchingKeys(keys));
        processor.setJWSVerifierFactory(new Signatures());
        processor.setJWTClaimsSetVerifier(claims);
    }

    Identity verify(String token) {
        if (token.length() > CHARACTERS_MAX) {
            throw new TokenRefused(Fault.REFUSED, "The token is longer than any that is issued for this ledger.");
        }
        try {
            return identity(processor.process(token, null));
        } catch (ParseException e) {
            throw new TokenRefused(Fault.REFUSED, "The token is not a signed JSON Web Token.", e);
        } catch (BadJWTException e) {
            throw new TokenRefused(Fault.REFUSED, reason(e), e);
        } catch (BadJOSEException e) {
            throw new TokenRefused(Fault.REFUSED, "The token's signature is not one of a key that is trusted here.", e);
        } catch (KeySourceException e) {
            throw new TokenRefused(Fault.UNCHECKABLE, "The issuer's keys cannot be had now; try again.", e);
        } catch (JOSEException e) {
            throw new TokenRefused(Fault.REFUSED, "The token cannot be verified.", e);
        }
    }

    private static Identity identity(JWTClaimsSet claims) {
        String issuer = claims.getIssuer();
        String subject = claims.getSubject();
        if (unusable(issuer) || unusable(subject)) {
            throw new TokenRefused(
                    Fault.INCOMPLETE,
                    "The token does not say, in 1 to %d printable characters each, who issued it and to whom."
                            .formatted(NAME_CHARACTERS_MAX));
        }
        try {
            return new Identity(
                    issuer,
                    subject,
                    new BodyId(text(claims, "body")),
                    Office.of(text(claims, "role")),
                    claims.getExpirationTime().toInstant());
        } catch (IllegalArgumentException e) {
            throw new TokenRefused(
                    Fault.INCOMPLETE, "The token's claims body and role are unusable: " + e.getMessage(), e);
        }
    }

    private static boolean unusable(String name) {
        return name.isBlank()
                || name.length() > NAME_CHARACTERS_MAX
                || name.codePoints()
                        .anyMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    private static String text(JWTClaimsSet claims, String name) {
        if (claims.getClaim(name) instanceof String text) {
            return text;
        }
        throw new TokenRefused(
                Fault.INCOMPLETE,
                "The token has no claim '%s': it must say for which body and in which office.".formatted(name));
    }

    private static String reason(BadJWTException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("Expired")) {
            return "The token has expired; ask the issuer for a new one.";
        }
        if (words.contains("before use time")) {
            return "The token is not valid yet.";
        }
        if (words.contains("aud claim rejected")) {
            return "The token is meant for somebody else: its audience is not this ledger.";
        }
        if (words.contains("iss claim value rejected")) {
            return "The token's issuer is not trusted here.";
        }
        return "The token lacks a claim that every token has: iss, sub, aud, exp.";
    }
}
