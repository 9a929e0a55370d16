package org.maaledger.app.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;

/** Where public keys come from: a file, or the issuer's own address (OpenID Connect Discovery 1.0). */
public final class IssuerKeys {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int BYTES_MAX = 256 * 1024;

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

    /** The keys of {@code issuer}, asked for when the first token comes, kept for a while and asked for again. */
    public static JWKSource<SecurityContext> of(String issuer) {
        if (!trustworthy(issuer)) {
            throw new CannotStart(
                    "MAAL_ISSUER is an address such as https://sign-in.example.gov.uk (http on this machine only), not "
                            + issuer);
        }
        return new Discovered(issuer);
    }

    /** Whoever stands between could put keys of their own in; on the loopback interface nobody stands between. */
    private static boolean trustworthy(String address) {
        return address.matches("https://[^\\s?#]+")
                || address.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/][^\\s?#]*)?");
    }

    /** Looks the issuer's key address up once it answers, so that the ledger starts while the issuer is away. */
    private static final class Discovered implements JWKSource<SecurityContext> {

        private final String issuer;
        private volatile @Nullable JWKSource<SecurityContext> found;

        Discovered(String issuer) {
            this.issuer = issuer;
        }

        @Override
        public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
            JWKSource<SecurityContext> keys = found;
            if (keys == null) {
                keys = discover();
                found = keys;
            }
            return keys.get(selector, context);
        }

        private synchronized JWKSource<SecurityContext> discover() throws KeySourceException {
            DefaultResourceRetriever retriever =
                    new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, BYTES_MAX);
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            try {
                URL address =
                        URI.create(base + "/.well-known/openid-configuration").toURL();
                Map<String, Object> metadata = JSONObjectUtils.parse(
                        retriever.retrieveResource(address).getContent());
                if (!issuer.equals(metadata.get("issuer"))) {
                    throw new KeySourceException("The address of the issuer answers for another issuer");
                }
                String keys = String.valueOf(metadata.get("jwks_uri"));
                if (!trustworthy(keys)) {
                    throw new KeySourceException("The issuer gives no address of its keys that can be trusted");
                }
                return JWKSourceBuilder.<SecurityContext>create(URI.create(keys).toURL(), retriever)
                        .retrying(true)
                        .outageTolerant(3_600_000)
                        .build();
            } catch (IOException | ParseException | IllegalArgumentException e) {
                throw new KeySourceException("The issuer's configuration cannot be read", e);
            }
        }
    }
}
