package org.maaledger.query.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies facts to a generation: rows, position and dead letters in the transaction that the caller has open.
 *
 * <p>A batch is written whole. Only where that fails by the fault of an event is it written one by one, so that the event at fault,
 * and it alone, becomes a dead letter; whatever follows in the same stream waits behind it.
 */
final class ProjectionWriter {

    /** How many events are read at once where the log is ahead of what was handed over. */
    private static final int GAP_EVENTS_MAX = 5_000;

    private final Facts log;
    private final JdbcTemplate jdbc;
    private final Generations generations;
    private final DeadLetters letters;
    private final RowWriter writer;
    private final TransactionTemplate nested;

    ProjectionWriter(Facts log, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        JdbcClient sql = JdbcClient.create(jdbc);
        this.log = log;
        this.generations = new Generations(sql);
        this.letters = new DeadLetters(sql);
        this.writer = new RowWriter(jdbc);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Brings what serves up to the last of {@code facts}. Facts that it already holds are passed over, missing ones are read. What a
     * program of another revision has prepared is left alone.
     */
    void writeServing(Projector projection, List<Fact> facts) {
        // What a crash of the server takes of tables it takes of their position too, and the log still has it.
        jdbc.execute("set local synchronous_commit = off");
        Generation serving = generations.lockServing(projection.name()).of(projection);
        List<Fact> fresh = facts.stream()
                .filter(fact -> fact.position() > serving.position())
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Generation reached = closeGap(projection, serving, fresh.getFirst().position() - 1);
        write(projection, reached, fresh);
    }

    /** Positions are dense, so a jump means that somebody else's position, such as a token, ran ahead of ours. */
    private Generation closeGap(Projector projection, Generation from, long upTo) {
        Generation generation = from;
        while (generation.position() < upTo) {
            int max = (int) Math.min(GAP_EVENTS_MAX, upTo - generation.position());
            generation = write(projection, generation, log.after(generation.position(), max));
        }
        return generation;
    }

    /** Applies {@code facts}, which follow each other from the generation's position on, and returns it where it then is. */
    Generation write(Projector projection, Generation generation, List<Fact> facts) {
        if (facts.isEmpty() || facts.getFirst().position() != generation.position() + 1) {
            throw new IllegalStateException("%s is at %d and cannot go on with %s"
                    .formatted(
                            generation.schema(),
                            generation.position(),
                            facts.isEmpty() ? "nothing" : facts.getFirst()));
        }
        return write(projection, generation, facts, facts.getLast().position());
    }

    /** Applies {@code facts}, which are all that bear on the projection after the generation's position and up to {@code upTo}. */
    Generation write(Projector projection, Generation generation, List<Fact> facts, long upTo) {
        Set<String> dead = letters.streams(generation);
        Collected collected = collect(projection, generation, facts, dead);
        writeWholeOrSingly(projection, generation, collected, dead);
        return advance(generation, upTo);
    }

    /** As {@link #write}, for a generation that nobody reads yet: what has been collected is handed to {@code filling}. */
    Generation fill(Filling filling, Generation generation, List<Fact> facts, long upTo) {
        Collected collected = collect(filling.projection(), generation, facts, letters.streams(generation));
        filling.write(collected.rows());
        return advance(generation, upTo);
    }

    /** Begins to fill {@code generation}, whose tables have no keys yet. */
    Filling filling(Projector projection, Generation generation) {
        return new Filling(projection, generation, writer, jdbc);
    }

    private record Collected(Rows rows, List<Fact> sound) {}

    private Collected collect(Projector projection, Generation generation, List<Fact> facts, Set<String> dead) {
        List<Fact> sound = new ArrayList<>(facts.size());
        Rows rows = new Rows();
        for (Fact fact : facts) {
            if (collected(projection, generation, fact, rows, dead)) {
                sound.add(fact);
            }
        }
        return new Collected(rows, sound);
    }

    private Generation advance(Generation generation, long upTo) {
        generations.advance(generation, upTo);
        return generation.at(upTo);
    }

    private boolean collected(Projector projection, Generation generation, Fact fact, Rows rows, Set<String> dead) {
        if (dead.contains(fact.stream())) {
            letters.add(generation, fact, "waits behind an earlier event of " + fact.stream(), 0);
            return false;
        }
        try {
            rows.collect(projection, fact);
            return true;
        } catch (RuntimeException e) {
            letters.add(generation, fact, causeOf(e), 1);
            dead.add(fact.stream());
            return false;
        }
    }

    private void writeWholeOrSingly(
            Projector projection, Generation generation, Collected collected, Set<String> dead) {
        try {
            nested.executeWithoutResult(status ->
                    writer.write(projection, generation, collected.rows().writing()));
        } catch (DataAccessException e) {
            if (!faultOfData(e)) {
                throw e;
            }
            for (Fact fact : collected.sound()) {
                writeOne(projection, generation, fact, dead);
            }
        }
    }

    private void writeOne(Projector projection, Generation generation, Fact fact, Set<String> dead) {
        if (dead.contains(fact.stream())) {
            letters.add(generation, fact, "waits behind an earlier event of " + fact.stream(), 0);
            return;
        }
        try {
            apply(projection, generation, fact);
        } catch (DataAccessException e) {
            if (!faultOfData(e)) {
                throw e;
            }
            letters.add(generation, fact, causeOf(e), 1);
            dead.add(fact.stream());
        }
    }

    /** Applies one fact; a failure leaves the transaction as it was before. */
    void apply(Projector projection, Generation generation, Fact fact) {
        Rows rows = new Rows();
        rows.collect(projection, fact);
        nested.executeWithoutResult(status -> writer.write(projection, generation, rows.writing()));
    }

    /** Whether the database refused what the event says (classes 22 and 23), rather than being in trouble itself. */
    static boolean faultOfData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    static String causeOf(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}
