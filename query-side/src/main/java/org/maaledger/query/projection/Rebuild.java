package org.maaledger.query.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a new generation of a projection from the log and lets it take over, while the old one goes on answering.
 *
 * <p>The takeover holds the lock under which live rows are written, reads what has come in meanwhile, and changes one row; so no
 * event is missing and no reader ever finds half a table.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** How near to what serves a generation must be before the takeover holds up live processing for the rest. */
    private static final long NEAR_EVENTS = 1_000;

    private static final String AFTER_FILLING = "-- after filling";

    private final Facts log;
    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final Generations generations;
    private final ProjectionWriter writer;
    private final TransactionTemplate transaction;

    Rebuild(Facts log, JdbcTemplate jdbc, ProjectionWriter writer, TransactionTemplate transaction) {
        this.log = log;
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.generations = new Generations(sql);
        this.writer = writer;
        this.transaction = transaction;
    }

    /** What a rebuild did. */
    record Done(Generation generation, Duration took) {}

    Done run(Projector projection, LongConsumer progress) {
        long started = System.nanoTime();
        String tables = ddl(projection)[0];
        Generation filled;
        try {
            filled = fillHeld(projection, tables, progress);
        } catch (Rows.NotNew | DataAccessException e) {
            if (e instanceof DataAccessException && !ProjectionWriter.faultOfData(e)) {
                throw e;
            }
            // Rows were written together with those of other events, so nobody can say which event is at fault.
            LOG.info(
                    "{} has a row that the database refuses; it is filled again, batch by batch", projection.name(), e);
            filled = fillPlainly(projection, tables, progress);
        }
        Generation ready = filled;
        Generation serving = orDropped(ready, () -> {
            finish(projection, ready.schema());
            Generation caughtUp = catchUp(projection, ready, progress);
            return transaction.execute(status -> takeOver(projection, caughtUp));
        });
        progress.accept(serving.position());
        return new Done(serving, Duration.ofNanos(System.nanoTime() - started));
    }

    private void finish(Projector projection, String schema) {
        InParallel.update(
                jdbc,
                ddl(projection)[1]
                        .replace("{schema}", schema)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
        InParallel.update(
                jdbc,
                projection.tables().stream()
                        .map(table -> "analyze " + schema + "." + table.name())
                        .toList());
    }

    /**
     * What {@code filling} makes of {@code made}; if it fails, nothing is left of that: whoever waits for the rebuild sees that nothing is
     * being filled any more. Other generations stay, because with its connection a lock is lost too, and another node may be filling one.
     */
    private Generation orDropped(Generation made, Supplier<Generation> filling) {
        try {
            return filling.get();
        } catch (RuntimeException e) {
            try {
                // Not if it serves: the takeover may be durable though its answer was lost.
                generations.idle(made.projection()).stream()
                        .filter(idle -> idle.number() == made.number())
                        .forEach(idle -> new Dropping(transaction, sql).drop(idle));
            } catch (RuntimeException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private Generation create(Projector projection, String tables) {
        return transaction.execute(status -> {
            Generation added = generations.add(projection);
            sql.sql("create schema " + added.schema()).update();
            sql.sql(tables.replace("{schema}", added.schema())).update();
            return added;
        });
    }

    private Generation fillHeld(Projector projection, String tables, LongConsumer progress) {
        Generation empty = create(projection, tables);
        return orDropped(empty, () -> {
            Filling filling = writer.filling(projection, empty);
            Generation filled = fill(
                    projection,
                    empty,
                    log.head(),
                    progress,
                    (generation, batch) -> writer.fill(filling, generation, batch.facts(), batch.upTo()));
            transaction.executeWithoutResult(status -> filling.finish());
            filling.addKeys();
            return filled;
        });
    }

    private Generation fillPlainly(Projector projection, String tables, LongConsumer progress) {
        Generation empty = create(projection, tables);
        return orDropped(empty, () -> {
            writer.filling(projection, empty).addKeys();
            return fill(projection, empty, log.head(), progress, plainly(projection));
        });
    }

    private Step plainly(Projector projection) {
        return (generation, batch) -> writer.write(projection, generation, batch.facts(), batch.upTo());
    }

    /** How one batch is written. */
    @FunctionalInterface
    private interface Step {
        Generation write(Generation generation, ReadAhead.Batch batch);
    }

    private Generation catchUp(Projector projection, Generation from, LongConsumer progress) {
        Generation generation = from;
        long head = log.head();
        while (head - generation.position() > NEAR_EVENTS) {
            generation = fill(projection, generation, head, progress, plainly(projection));
            head = log.head();
        }
        return generation;
    }

    /** The next batches are read and decoded while the one before them is written. */
    private Generation fill(Projector projection, Generation from, long upTo, LongConsumer progress, Step step) {
        Generation generation = from;
        try (ReadAhead ahead = new ReadAhead(log, projection, from.position(), upTo)) {
            while (generation.position() < upTo) {
                ReadAhead.Batch batch = ahead.next();
                Generation current = generation;
                generation = transaction.execute(status -> {
                    // Nobody reads this generation before the takeover, which is durable; until then a crash only
                    // starts it anew.
                    sql.sql("set local synchronous_commit = off").update();
                    return step.write(current, batch);
                });
                progress.accept(generation.position());
            }
        }
        return generation;
    }

    private Generation takeOver(Projector projection, Generation from) {
        long reached = generations.serving(projection.name()).isPresent()
                ? generations
                        .lockServing(projection.name())
                        .notNewerThan(projection)
                        .position()
                : from.position();
        // In the transaction that is open and holds the lock.
        Generation generation = from;
        try (ReadAhead ahead = new ReadAhead(log, projection, from.position(), reached)) {
            while (generation.position() < reached) {
                generation = plainly(projection).write(generation, ahead.next());
            }
        }
        generations.serve(generation);
        return generation;
    }

    private static String[] ddl(Projector projection) {
        String resource = "/db/query/" + projection.name() + ".sql";
        try (InputStream in = projection.getClass().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(AFTER_FILLING, 2);
            if (parts.length != 2) {
                throw new IllegalStateException(resource + " has no line '" + AFTER_FILLING + "'");
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
