package org.maaledger.app.identity;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Set;

/** The signatures that a token may have: made with a key that we do not hold, so nobody can make a token with what we know. */
final class Algorithms {

    static final Set<JWSAlgorithm> ALLOWED = Set.of(
            JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256, JWSAlgorithm.Ed25519, JWSAlgorithm.EdDSA);

    /** The two names of one signature: {@code EdDSA} as RFC 8037 calls it, {@code Ed25519} as RFC 9864 does. */
    static final Set<JWSAlgorithm> EDWARDS = Set.of(JWSAlgorithm.Ed25519, JWSAlgorithm.EdDSA);

    /** Shorter RSA keys are not used to verify anything, whoever publishes them. */
    static final int RSA_BITS_MIN = 2048;

    private Algorithms() {}
}
