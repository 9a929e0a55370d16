package org.maaledger.app.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Set;

/** Checks signatures. Ed25519 is checked by the JDK; the library would need a further one for it. */
final class Signatures implements JWSVerifierFactory {

    private final DefaultJWSVerifierFactory others = new DefaultJWSVerifierFactory();

    @Override
    public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
        if (!Algorithms.EDWARDS.contains(header.getAlgorithm())) {
            return others.createJWSVerifier(header, key);
        }
        if (key instanceof PublicKey publicKey) {
            return new Edwards(publicKey);
        }
        throw new JOSEException("an Ed25519 signature is checked with a public key");
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Algorithms.ALLOWED;
    }

    @Override
    public JCAContext getJCAContext() {
        return others.getJCAContext();
    }

    private record Edwards(PublicKey key) implements JWSVerifier {

        @Override
        public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) throws JOSEException {
            if (header.getCriticalParams() != null) {
                return false;
            }
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(signingInput);
                return check.verify(signature.decode());
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Algorithms.EDWARDS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
