package org.maaledger.bench.program;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Tokens signed (ES256) with a key pair of this run, whose public half lies in a file for the program. */
final class Tokens {

    private final ECKey pair;
    private final Path file;

    private Tokens(ECKey pair, Path file) {
        this.pair = pair;
        this.file = file;
    }

    static Tokens in(Path folder) throws JOSEException, IOException {
        ECKey pair = new ECKeyGenerator(Curve.P_256).keyID("bench").generate();
        Path file = folder.resolve("keys.json");
        Files.writeString(file, new JWKSet(pair).toString(true));
        return new Tokens(pair, file);
    }

    /** The file of public keys. */
    Path file() {
        return file;
    }

    /** A token for some hours: somebody who acts for {@code body} in the office {@code role}. */
    String of(String body, String role) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("https://issuer.bench.invalid")
                .subject(body + " " + role)
                .audience("maa-ledger")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(8, ChronoUnit.HOURS)))
                .claim("body", body)
                .claim("role", role)
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("bench").build(), claims);
            token.sign(new ECDSASigner(pair));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key made a moment ago does not sign", e);
        }
    }
}
