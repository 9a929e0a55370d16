package org.maaledger.app.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A sign-in with keys of every allowed kind, for tests: it signs whatever it is asked to. */
public final class SignIn {

    public static final String ISSUER = "https://sign-in.example";

    final ECKey curve;
    final RSAKey rsa;
    final RSAKey shortRsa;
    private final KeyPair edwards;
    private final OctetKeyPair edwardsPublic;

    public SignIn() {
        try {
            curve = new ECKeyGenerator(Curve.P_256)
                    .keyID("curve")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            shortRsa = new RSAKeyGenerator(1024, true).keyID("short").generate();
            edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = ((EdECPublicKey) edwards.getPublic()).getEncoded();
            byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            edwardsPublic = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                    .keyID("edwards")
                    .build();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public TokenTrust trust() {
        List<JWK> keys = List.of(curve.toPublicJWK(), rsa.toPublicJWK(), shortRsa.toPublicJWK(), edwardsPublic);
        return new TokenTrust(new ImmutableJWKSet<>(new JWKSet(keys)), ISSUER, "maa-ledger");
    }

    /** Its public keys, as a file of them holds them. */
    public String publishedKeys() {
        return new JWKSet(curve.toPublicJWK()).toString();
    }

    /** A good token of an officer of Hartlepool. */
    public String token() {
        return token("E06000001", "authority-officer");
    }

    public String token(String body, String role) {
        return token(claims -> claims.claim("body", body).claim("role", role));
    }

    public String token(UnaryOperator<JWTClaimsSet.Builder> changed) {
        return signed(JWSAlgorithm.ES256, "curve", () -> new ECDSASigner(curve), changed);
    }

    /** For a subject as JSON writes it: the library would mend what is wrong with it. */
    String tokenOf(String subject) {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(),
                new Payload(claims(claims -> claims).toString().replace("an-officer", subject)));
        try {
            token.sign(new ECDSASigner(curve));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String rsa(JWSAlgorithm algorithm, RSAKey key) {
        return signed(algorithm, key.getKeyID(), () -> rsaSigner(key), claims -> claims);
    }

    /** Made by hand: the library signs Ed25519 only with a further one. */
    String edwards(JWSAlgorithm algorithm) throws GeneralSecurityException {
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID("edwards").build();
        String input =
                header.toBase64URL() + "." + Base64URL.encode(claims(c -> c).toString());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(edwards.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(signature.sign());
    }

    static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> changed) {
        JWTClaimsSet.Builder usual = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("an-officer")
                .audience("maa-ledger")
                .claim("body", "E06000001")
                .claim("role", "authority-officer")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        return changed.apply(usual).build();
    }

    static String signed(
            JWSAlgorithm algorithm, String keyId, Signing signing, UnaryOperator<JWTClaimsSet.Builder> changed) {
        try {
            SignedJWT token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims(changed));
            token.sign(signing.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a key of any length: a test signs with a short one. */
    private static JWSSigner rsaSigner(RSAKey key) throws JOSEException {
        return new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()));
    }

    /** How a signer is made. */
    interface Signing {
        JWSSigner signer() throws JOSEException;
    }
}
