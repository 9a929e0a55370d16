package org.maaledger.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.maaledger.app.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A sign-in for trials: each persona is a client that asks for a token with its secret. */
@Configuration(proxyBeanMethods = false)
class SignInConfig {

    /** Long enough for a trial, short enough to see a token expire. */
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    @Bean
    @Order(1)
    SecurityFilterChain signInChain(HttpSecurity http) {
        RefusedClients refused = new RefusedClients();
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.clientAuthentication(client -> client.errorResponseHandler(refused)))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(refused))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    AuthorizationServerSettings signInSettings(TrialSignIn trial) {
        return AuthorizationServerSettings.builder().issuer(trial.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(TrialSignIn trial) {
        return new ImmutableJWKSet<>(new JWKSet(trial.key()));
    }

    @Bean
    RegisteredClientRepository clients(TrialSignIn trial) {
        return new InMemoryRegisteredClientRepository(trial.secrets().entrySet().stream()
                .map(entry -> client(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** The claims that the ledger asks for. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(TrialSignIn trial) {
        return context -> trial.secrets().keySet().stream()
                .filter(persona ->
                        persona.client().equals(context.getRegisteredClient().getClientId()))
                .findFirst()
                .ifPresent(persona -> {
                    context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
                    context.getClaims()
                            .audience(List.of(Settings.AUDIENCE))
                            .claim("body", persona.body().value())
                            .claim("role", persona.office().toString());
                });
    }

    private static RegisteredClient client(Persona persona, String secret) {
        return RegisteredClient.withId(persona.client())
                .clientId(persona.client())
                .clientName(persona.name())
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
