package org.maaledger.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maaledger.app.identity.TokenTrust;
import org.maaledger.app.postgres.Secrets;
import org.maaledger.app.settings.Settings;

/**
 * The keys of one start of the demonstration: a signing key and a secret for each persona, all random and none kept beyond it.
 *
 * @param issuer the address that tokens name
 * @param key signs tokens
 * @param secrets what each persona signs in with, by persona
 */
record TrialSignIn(String issuer, ECKey key, Map<Persona, String> secrets) {

    static TrialSignIn fresh(String issuer) {
        Map<Persona, String> secrets = new LinkedHashMap<>();
        Persona.all().forEach(persona -> secrets.put(persona, Secrets.fresh()));
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new TrialSignIn(issuer, key, secrets);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes keys on P-256", e);
        }
    }

    TokenTrust trust() {
        return new TokenTrust(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), issuer, Settings.AUDIENCE);
    }

    /** Lets {@code ./maal token}, run by the same user, sign in as any persona. */
    void keepIn(Path data, String address) {
        Map<String, String> byName = new LinkedHashMap<>();
        secrets.forEach((persona, secret) -> byName.put(persona.name(), secret));
        try {
            String text = JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("address", address, "secrets", byName));
            Secrets.writePrivately(file(data), text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and secrets are plain text", e);
        }
    }

    static Path file(Path data) {
        return data.resolve("trial-sign-in.json");
    }
}
