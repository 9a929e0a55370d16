package org.maaledger.query.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a new generation of a projection from the log and lets it take over, while the old one goes on answering.
 *
 * <p>The takeover holds the lock under which live rows are written, reads what has come in meanwhile, and changes one row; so no
 * event is missing and no reader ever finds half a table.
 */
final class Rebuild {

    /** Events per transaction: large enough that its cost is in the rows, small enough to fit a heap of 256 MB twice. */
    static final int BATCH_EVENTS = 10_000;

    /** How near to what serves a generation must be before the takeover holds up live processing for the rest. */
    private static final long NEAR_EVENTS = 1_000;

    private static final String AFTER_FILLING = "-- after filling";

    private final Facts log;
    private final JdbcClient sql;
    private final Generations generations;
    private final ProjectionWriter writer;
    private final TransactionTemplate transaction;

    Rebuild(Facts log, JdbcClient sql, ProjectionWriter writer, TransactionTemplate transaction) {
        this.log = log;
        this.sql = sql;
        this.generations = new Generations(sql);
        this.writer = writer;
        this.transaction = transaction;
    }

    /** What a rebuild did. */
    record Done(Generation generation, Duration took) {}

    Done run(Projector projection, LongConsumer progress) {
        long started = System.nanoTime();
        String[] tables = ddl(projection);
        Generation empty = transaction.execute(status -> {
            Generation added = generations.add(projection);
            sql.sql("create schema " + added.schema()).update();
            sql.sql(tables[0].replace("{schema}", added.schema())).update();
            return added;
        });
        Generation filled = fill(projection, empty, log.head(), progress);
        sql.sql(tables[1].replace("{schema}", filled.schema())).update();
        projection
                .tables()
                .forEach(table -> sql.sql("analyze " + filled.schema() + "." + table.name())
                        .update());
        Generation caughtUp = catchUp(projection, filled, progress);
        Generation serving = transaction.execute(status -> takeOver(projection, caughtUp));
        progress.accept(serving.position());
        return new Done(serving, Duration.ofNanos(System.nanoTime() - started));
    }

    private Generation catchUp(Projector projection, Generation from, LongConsumer progress) {
        Generation generation = from;
        long head = log.head();
        while (head - generation.position() > NEAR_EVENTS) {
            generation = fill(projection, generation, head, progress);
            head = log.head();
        }
        return generation;
    }

    /** The next batch is read and decoded while the one before it is written. */
    private Generation fill(Projector projection, Generation from, long upTo, LongConsumer progress) {
        Generation generation = from;
        try (ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            Future<List<Fact>> next = ahead.submit(() -> batch(from.position(), upTo));
            while (generation.position() < upTo) {
                List<Fact> facts = next.get();
                long last = facts.getLast().position();
                next = ahead.submit(() -> batch(last, upTo));
                Generation current = generation;
                generation = transaction.execute(status -> {
                    // Nobody reads this generation before the takeover, which is durable; until then a crash only
                    // starts it anew.
                    sql.sql("set local synchronous_commit = off").update();
                    return writer.write(projection, current, facts);
                });
                progress.accept(generation.position());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted", e);
        }
        return generation;
    }

    private List<Fact> batch(long after, long upTo) {
        return after >= upTo ? List.of() : log.after(after, (int) Math.min(BATCH_EVENTS, upTo - after));
    }

    private Generation takeOver(Projector projection, Generation from) {
        long reached = generations.serving(projection.name()).isPresent()
                ? generations.lockServing(projection.name()).position()
                : from.position();
        Generation generation = from;
        while (generation.position() < reached) {
            generation = writer.write(projection, generation, batch(generation.position(), reached));
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
