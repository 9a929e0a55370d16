package org.maaledger.app.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that may have signed a token: those of its algorithm, and of its key id if it names one. */
final class MatchingKeys implements JWSKeySelector<SecurityContext> {

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] EDWARDS_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final JWKSource<SecurityContext> source;

    MatchingKeys(JWKSource<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public List<? extends Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context)
            throws KeySourceException {
        if (!Algorithms.ALLOWED.contains(header.getAlgorithm())) {
            return List.of();
        }
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        if (matcher == null) {
            return List.of();
        }
        List<Key> keys = new ArrayList<>();
        for (JWK key : source.get(new JWKSelector(matcher), context)) {
            if (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse())) {
                keys.addAll(usable(key));
            }
        }
        return keys;
    }

    private static List<Key> usable(JWK key) throws KeySourceException {
        try {
            return switch (key) {
                case RSAKey rsa when rsa.size() < Algorithms.RSA_BITS_MIN -> List.of();
                case RSAKey rsa -> List.of(rsa.toRSAPublicKey());
                case ECKey curve -> List.of(curve.toECPublicKey());
                case OctetKeyPair pair when Curve.Ed25519.equals(pair.getCurve()) -> List.of(edwards(pair));
                default -> List.of();
            };
        } catch (JOSEException | NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new KeySourceException("A key of the issuer cannot be used", e);
        }
    }

    private static Key edwards(OctetKeyPair pair) throws NoSuchAlgorithmException, InvalidKeySpecException {
        byte[] point = pair.getDecodedX();
        byte[] encoded = new byte[EDWARDS_PREFIX.length + point.length];
        System.arraycopy(EDWARDS_PREFIX, 0, encoded, 0, EDWARDS_PREFIX.length);
        System.arraycopy(point, 0, encoded, EDWARDS_PREFIX.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
