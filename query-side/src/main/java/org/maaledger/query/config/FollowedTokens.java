package org.maaledger.query.config;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * How far each projection has followed the log, as its tables have it. They are written without waiting for the disk, so a crash of the
 * database server may take their last rows and this together (decision 0057), while Axon goes on from what it remembers. Here it is
 * noticed, when a claim is extended, and the claim given up: whoever takes it next begins where the tables are, though nothing more
 * happens.
 */
final class FollowedTokens extends JdbcTokenStore {

    private final Map<String, TrackingToken> stored = new ConcurrentHashMap<>();

    FollowedTokens(Builder settings) {
        super(settings);
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        super.storeToken(token, processor, segment);
        stored.put(place(processor, segment), token);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        // First what this node has stored: the database may know of more by the time that it answers, but not of less.
        TrackingToken last = stored.get(place(processor, segment));
        TrackingToken now = fetchToken(processor, segment);
        if (last != null && (now == null || !now.covers(last))) {
            stored.remove(place(processor, segment));
            throw new UnableToClaimTokenException(
                    "the tables of %s have fallen back from %s to %s, as after a crash of the database; they go on from there"
                            .formatted(processor, last, now));
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        stored.remove(place(processor, segment));
        super.releaseClaim(processor, segment);
    }

    private static String place(String processor, int segment) {
        return processor + "/" + segment;
    }
}
