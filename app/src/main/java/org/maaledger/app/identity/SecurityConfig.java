package org.maaledger.app.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.maaledger.app.problem.ProblemWriter;
import org.maaledger.app.settings.Settings;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.Office;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every address needs a token, but for the few that explain the ledger without showing any of it. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfig {

    private static final String[] OPEN = {
        "/",
        "/docs",
        "/docs/**",
        "/swagger-ui/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/problems",
        "/problems/*",
        "/actuator/health",
        "/actuator/health/*"
    };

    /** The opaque id of an issuer's subject, as the vault keeps it. */
    @FunctionalInterface
    public interface ActorDirectory extends BiFunction<String, String, ActorId> {}

    @Bean
    @Order(100)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            TokenTrust trust,
            ActorDirectory directory,
            InstantSource clock,
            Settings settings,
            ProblemWriter problems) {
        if (trust.keys() instanceof PublishedKeys published) {
            // Before the first token comes, so that not even that one has to wait.
            Thread.ofPlatform().daemon().name("issuer-keys").start(published::ask);
        }
        TokenVerifier verifier = new TokenVerifier(trust.keys(), trust.issuer(), trust.audience());
        TokenAuthentication authentication = new TokenAuthentication(verifier, directory, clock);
        Doors doors = new Doors(problems);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(mayMeasure(settings))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> authentication)
                        .authenticationEntryPoint(doors)
                        .accessDeniedHandler(doors))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    HttpFirewall headerCharacters() {
        return HeaderCharacters.firewall();
    }

    /** A request is measured as a whole; to measure each filter that it passes costs time and tells nobody anything. */
    @Bean
    SecurityObservationSettings securityObservation() {
        return SecurityObservationSettings.noObservations();
    }

    private static AuthorizationManager<RequestAuthorizationContext> mayMeasure(Settings settings) {
        return switch (settings.metrics()) {
            case OPEN -> SingleResultAuthorizationManager.permitAll();
            case OPERATOR -> AuthorityAuthorizationManager.hasRole(Office.OPERATOR.name());
        };
    }

    @Bean
    WebMvcConfigurer actorArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorResolver());
            }
        };
    }
}
