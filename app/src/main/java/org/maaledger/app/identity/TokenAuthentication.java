package org.maaledger.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.maaledger.app.identity.TokenRefused.Fault;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.log.LogUnreadable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Turns a bearer token into its actor. Checking a signature costs half a millisecond, more than most requests; so what was verified
 * is remembered until it expires, and at most for five minutes, after which a key that was withdrawn counts no more.
 */
final class TokenAuthentication implements AuthenticationManager {

    private static final Duration REMEMBERED_MAX = Duration.ofMinutes(5);
    private static final int TOKENS_MAX = 20_000;
    private static final int ACTORS_MAX = 100_000;

    private record Verified(Actor actor, Duration left) {}

    private final TokenVerifier verifier;
    private final BiFunction<String, String, ActorId> directory;
    private final InstantSource clock;
    private final Cache<String, Verified> tokens;
    private final Cache<String, ActorId> actors;

    /** @param directory the opaque id of an issuer's subject, made when it is first asked for */
    TokenAuthentication(TokenVerifier verifier, BiFunction<String, String, ActorId> directory, InstantSource clock) {
        this.verifier = verifier;
        this.directory = directory;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(TOKENS_MAX)
                .expireAfter(Expiry.creating((String key, Verified verified) -> verified.left()))
                .build();
        this.actors = Caffeine.newBuilder().maximumSize(ACTORS_MAX).build();
    }

    @Override
    public Authentication authenticate(Authentication request) {
        if (!(request instanceof BearerTokenAuthenticationToken bearer)) {
            throw new TokenRefused(Fault.REFUSED, "Send a bearer token.");
        }
        String key = digest(bearer.getToken());
        Verified verified = tokens.getIfPresent(key);
        if (verified == null) {
            verified = verified(verifier.verify(bearer.getToken()));
            tokens.put(key, verified);
        }
        return new ActorAuthentication(verified.actor());
    }

    private Verified verified(Identity identity) {
        Duration left = Duration.between(clock.instant(), identity.expires());
        Duration remembered = left.compareTo(REMEMBERED_MAX) < 0 ? left : REMEMBERED_MAX;
        Actor actor = new Actor(actor(identity), identity.body(), identity.office());
        return new Verified(actor, remembered.isNegative() ? Duration.ZERO : remembered);
    }

    private ActorId actor(Identity identity) {
        try {
            return actors.get(
                    identity.issuer() + "\n" + identity.subject(),
                    key -> directory.apply(identity.issuer(), identity.subject()));
        } catch (LogUnreadable e) {
            throw new TokenRefused(Fault.UNCHECKABLE, "The ledger cannot look up who this is now; try again.", e);
        }
    }

    /** What stands for a token in memory: a dump of it opens nothing. */
    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
