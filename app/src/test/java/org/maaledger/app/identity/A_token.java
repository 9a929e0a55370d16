package org.maaledger.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.app.identity.TokenRefused.Fault;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.log.Vault;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Aim: a token counts only if a trusted issuer signed exactly this, for this ledger, for now. Method: a sign-in that forges. */
class A_token {

    private static final SignIn SIGN_IN = new SignIn();

    private final TokenVerifier verifier = new TokenVerifier(
            SIGN_IN.trust().keys(), SignIn.ISSUER, SIGN_IN.trust().audience());

    private void refused(String token, Fault fault) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(
                        TokenRefused.class,
                        refused ->
                                assertThat(refused.fault()).as(refused.reason()).isEqualTo(fault));
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> changed) {
        refused(SIGN_IN.token(changed), Fault.REFUSED);
    }

    @Nested
    class Is_accepted {

        @Test
        void when_it_is_signed_with_any_allowed_algorithm() throws Exception {
            for (String token : List.of(
                    SIGN_IN.token(),
                    SIGN_IN.rsa(JWSAlgorithm.RS256, SIGN_IN.rsa),
                    SIGN_IN.rsa(JWSAlgorithm.PS256, SIGN_IN.rsa),
                    SIGN_IN.edwards(JWSAlgorithm.EdDSA),
                    SIGN_IN.edwards(JWSAlgorithm.Ed25519))) {
                Identity identity = verifier.verify(token);
                assertThat(identity.subject()).isEqualTo("an-officer");
                assertThat(identity.body()).isEqualTo(new BodyId("E06000001"));
                assertThat(identity.office()).isEqualTo(Office.AUTHORITY_OFFICER);
            }
        }

        @Test
        void when_the_clocks_differ_by_less_than_a_minute() {
            String token = SIGN_IN.token(
                    claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30))));
            assertThat(verifier.verify(token).issuer()).isEqualTo(SignIn.ISSUER);
        }
    }

    @Nested
    class Is_refused {

        @Test
        void when_it_is_not_signed() {
            refused(new PlainJWT(SignIn.claims(claims -> claims)).serialize(), Fault.REFUSED);
        }

        @Test
        void when_it_is_signed_with_a_secret_that_everybody_knows() throws JOSEException {
            byte[] published = SIGN_IN.curve.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            refused(
                    SignIn.signed(JWSAlgorithm.HS256, "curve", () -> new MACSigner(published), claims -> claims),
                    Fault.REFUSED);
        }

        @Test
        void when_it_is_signed_with_a_key_of_somebody_else_that_bears_the_same_name() {
            refused(new SignIn().token(), Fault.REFUSED);
        }

        @Test
        void when_one_character_was_changed() {
            String token = SIGN_IN.token();
            int payload = token.indexOf('.') + 10;
            char other = token.charAt(payload) == 'A' ? 'B' : 'A';
            refused(token.substring(0, payload) + other + token.substring(payload + 1), Fault.REFUSED);
        }

        @Test
        void when_its_key_is_too_short_or_its_algorithm_not_allowed() {
            refused(SIGN_IN.rsa(JWSAlgorithm.RS256, SIGN_IN.shortRsa), Fault.REFUSED);
            refused(SIGN_IN.rsa(JWSAlgorithm.RS512, SIGN_IN.rsa), Fault.REFUSED);
        }

        @Test
        void when_it_is_over_or_has_not_begun_or_never_ends() {
            refused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
            refused(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
            refused(claims -> claims.expirationTime(null));
        }

        @Test
        void in_words_that_say_which_claim_it_fails_by() {
            told(claims -> claims.issuer("https://elsewhere.example"), "issuer is not trusted");
            told(claims -> claims.audience("another-system"), "audience is not this ledger");
            told(claims -> claims.audience((String) null), "lacks a claim");
            told(claims -> claims.subject(null), "lacks a claim");
            told(claims -> claims.issuer(null), "lacks a claim");
            told(claims -> claims.expirationTime(null), "lacks a claim");
            told(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))), "has expired");
            told(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))), "not valid yet");
        }

        private void told(UnaryOperator<JWTClaimsSet.Builder> changed, String words) {
            assertThatThrownBy(() -> verifier.verify(SIGN_IN.token(changed)))
                    .isInstanceOfSatisfying(
                            TokenRefused.class,
                            refused -> assertThat(refused.reason()).contains(words));
        }

        @Test
        void when_it_is_from_or_for_somebody_else() {
            refused(claims -> claims.issuer("https://elsewhere.example"));
            refused(claims -> claims.audience("another-system"));
            refused(claims -> claims.audience((String) null));
            refused(claims -> claims.subject(null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "null", "\u0000", "eyJhbGciOiJub25lIn0.e30."})
        void when_it_is_no_token_at_all(String text) {
            refused(text, Fault.REFUSED);
        }

        @Test
        void when_it_is_endless() {
            refused("a".repeat(100_000), Fault.REFUSED);
        }
    }

    @Nested
    class Is_incomplete {

        @Test
        void when_it_does_not_say_for_which_body_and_in_which_office() {
            for (UnaryOperator<JWTClaimsSet.Builder> changed : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                    claims -> claims.claim("body", null),
                    claims -> claims.claim("role", null),
                    claims -> claims.claim("role", "king"),
                    claims -> claims.claim("role", List.of("minister")),
                    claims -> claims.claim("body", 7),
                    claims -> claims.claim("body", "a body with spaces"),
                    claims -> claims.claim("body", ""))) {
                refused(SIGN_IN.token(changed), Fault.INCOMPLETE);
            }
        }
    }

    @Nested
    class Names_somebody {

        @ParameterizedTest
        @ValueSource(strings = {" ", "a\\u0000b", "a\\ud800b", "a\\nb"})
        void in_characters_that_can_be_kept(String subject) {
            refused(SIGN_IN.tokenOf(subject), Fault.INCOMPLETE);
        }

        @Test
        void who_is_looked_up_again_when_the_database_is_back_and_not_when_the_program_fails() {
            TokenAuthentication failing = new TokenAuthentication(
                    verifier,
                    (issuer, subject) -> {
                        throw new IllegalStateException("a fault of the program");
                    },
                    InstantSource.system());
            assertThatThrownBy(() -> failing.authenticate(new BearerTokenAuthenticationToken(SIGN_IN.token())))
                    .isInstanceOf(IllegalStateException.class);
            PGSimpleDataSource nobody = new PGSimpleDataSource();
            nobody.setURL("jdbc:postgresql://127.0.0.1:9/nothing");
            TokenAuthentication away =
                    new TokenAuthentication(verifier, new Vault(nobody)::actor, InstantSource.system());
            assertThatThrownBy(() -> away.authenticate(new BearerTokenAuthenticationToken(SIGN_IN.token())))
                    .isInstanceOfSatisfying(
                            TokenRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(Fault.UNCHECKABLE));
        }
    }

    @Nested
    class The_file_of_keys {

        @TempDir
        Path folder;

        @Test
        void is_refused_when_it_holds_a_private_key_or_none() throws Exception {
            Path file = folder.resolve("keys.json");
            Files.writeString(file, new JWKSet(SIGN_IN.curve).toString(false));
            assertThatThrownBy(() -> IssuerKeys.inFile(file))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("secret key");
            Files.writeString(file, "{\"keys\":[]}");
            assertThatThrownBy(() -> IssuerKeys.inFile(file)).isInstanceOf(CannotStart.class);
            assertThatThrownBy(() -> IssuerKeys.inFile(folder.resolve("absent")))
                    .isInstanceOf(CannotStart.class);
        }

        @Test
        void gives_its_public_keys() throws Exception {
            Path file = folder.resolve("keys.json");
            Files.writeString(file, new JWKSet(SIGN_IN.curve).toString(true));
            TokenVerifier byFile = new TokenVerifier(IssuerKeys.inFile(file), SignIn.ISSUER, "maa-ledger");
            assertThat(byFile.verify(SIGN_IN.token()).subject()).isEqualTo("an-officer");
            assertThat(new ImmutableJWKSet<>(JWKSet.load(file.toFile()))
                            .getJWKSet()
                            .containsNonPublicKeys())
                    .isFalse();
        }
    }
}
