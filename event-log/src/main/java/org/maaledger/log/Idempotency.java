package org.maaledger.log;

import java.util.Optional;
import javax.sql.DataSource;

/** The first answers to requests, by client and idempotency key. Refusals are not among them. */
public final class Idempotency {

    private static final String FIND =
            "SELECT request_hash, first_position, event_count FROM ledger.idempotency WHERE client = ? AND key = ?";

    /** Keys that are forgotten in one transaction. */
    static final int PRUNED_AT_ONCE = 5_000;

    /** The key of a request that is more than one append stands for it from its beginning on. */
    private static final String CLAIM = """
            INSERT INTO ledger.idempotency (client, key, request_hash, first_position, event_count, recorded_at)
            VALUES (?, ?, ?, 0, 0, clock_timestamp()) ON CONFLICT DO NOTHING""";

    /** A bounded number of rows at a time, so that it never holds up an append for long. */
    private static final String PRUNE = """
            DELETE FROM ledger.idempotency WHERE (client, key) IN (
                SELECT client, key FROM ledger.idempotency
                WHERE recorded_at < clock_timestamp() - interval '90 days 1 hour' ORDER BY recorded_at LIMIT %d)""".formatted(PRUNED_AT_ONCE);

    private final DataSource database;

    /** First answers in {@code database}. */
    public Idempotency(DataSource database) {
        this.database = database;
    }

    /** What was recorded when {@code client} first used {@code key}, if it did. */
    public Optional<FirstAnswer> find(String client, String key) {
        return Jdbc.list(
                        database,
                        FIND,
                        statement -> {
                            statement.setString(1, client);
                            statement.setString(2, key);
                        },
                        row -> new FirstAnswer(row.getString(1), row.getLong(2), row.getInt(3)))
                .stream()
                .findFirst();
    }

    /**
     * Lets the key stand for a request that is more than one append, and says whether it does: not if the client has used it for
     * another. Whoever carries on with the same request may claim its key again.
     *
     * @param requestHash what tells the request from others
     */
    public boolean claim(String client, String key, String requestHash) {
        Jdbc.update(database, CLAIM, statement -> {
            statement.setString(1, client);
            statement.setString(2, key);
            statement.setString(3, requestHash);
        });
        return find(client, key)
                .map(first -> first.requestHash().equals(requestHash))
                .orElse(false);
    }

    /** Forgets keys of more than 90 days ago, up to 5,000 of them, and says how many; to be called from time to time. */
    public int prune() {
        return Jdbc.update(database, PRUNE, _ -> {});
    }
}
