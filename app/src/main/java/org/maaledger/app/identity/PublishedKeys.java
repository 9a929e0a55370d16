package org.maaledger.app.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes, held in memory. The issuer is asked by one request at a time and not again for a while, whatever
 * became of it; meanwhile every other request is answered from what is held, and never waits.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {

    /** After this the issuer is asked again: a key that it withdrew is used no longer. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** How long keys are used while the issuer does not answer. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Tokens with names of keys that do not exist, or an issuer that is away, make one request to it in this time. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    /** Where the keys are published. */
    @FunctionalInterface
    interface Publication {

        /** The keys as they are published now, within a bounded time. */
        JWKSet read() throws IOException;
    }

    private record Held(JWKSet keys, Instant since) {}

    private final Publication publication;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Held held;
    private volatile @Nullable Instant asked;

    PublishedKeys(Publication publication, InstantSource clock) {
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Held known = held;
        List<JWK> found = selected(selector, known);
        if (found.isEmpty() || known == null || !within(known.since(), FRESH)) {
            ask();
            known = held;
            found = selected(selector, known);
        }
        if (!found.isEmpty() || (known != null && within(known.since(), PAUSE))) {
            return found;
        }
        throw new KeySourceException("The issuer does not give its keys now");
    }

    /** Asks the issuer, unless somebody does so now or did so a moment ago. */
    void ask() {
        Instant last = asked;
        if ((last != null && within(last, PAUSE)) || !asking.tryLock()) {
            return;
        }
        try {
            asked = clock.instant();
            held = new Held(publication.read(), clock.instant());
        } catch (IOException e) {
            LOG.warn("The issuer of tokens does not give its keys: {}", e.getMessage());
        } finally {
            asked = clock.instant();
            asking.unlock();
        }
    }

    private List<JWK> selected(JWKSelector selector, @Nullable Held known) {
        return known != null && within(known.since(), KEPT) ? selector.select(known.keys()) : List.of();
    }

    /** A clock that was set back makes what lies ahead of it old. */
    private boolean within(Instant since, Duration time) {
        Duration age = Duration.between(since, clock.instant());
        return !age.isNegative() && age.compareTo(time) < 0;
    }
}
