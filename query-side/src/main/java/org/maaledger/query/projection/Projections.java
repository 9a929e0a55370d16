package org.maaledger.query.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All projections of this program: prepared before anything is asked, watched, rebuilt, mended. */
public final class Projections {

    private final Map<String, Projector> projections = new LinkedHashMap<>();
    private final Facts log;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Generations generations;
    private final DeadLetters letters;
    private final ProjectionWriter writer;
    private final Rebuild rebuild;
    private final RebuildLock lock;

    /** Of these projections over this log; the transactions are those of {@code source}. */
    public Projections(
            Collection<Projector> projections, Facts log, DataSource source, PlatformTransactionManager transactions) {
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
        JdbcTemplate jdbc = new JdbcTemplate(source);
        this.log = log;
        this.sql = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.generations = new Generations(sql);
        this.letters = new DeadLetters(sql);
        this.writer = new ProjectionWriter(log, jdbc, transactions);
        this.rebuild = new Rebuild(log, jdbc, writer, transaction);
        this.lock = new RebuildLock(source);
    }

    /**
     * Makes the control tables, and builds every projection that has none, or one that an older program made. Where a newer program
     * has made one, this program must not start.
     *
     * @throws NotPrepared if a newer program has prepared a projection
     */
    public void prepare() {
        try (RebuildLock.Held _ = lock.await("control")) {
            transaction.executeWithoutResult(status -> sql.sql(control()).update());
        }
        for (Projector projection : projections.values()) {
            try (RebuildLock.Held _ = lock.await(projection.name())) {
                Optional<Generation> serving = generations.serving(projection.name());
                serving.ifPresent(generation -> generation.notNewerThan(projection));
                if (serving.isEmpty() || serving.get().revision() < projection.revision()) {
                    rebuild.run(projection, position -> {});
                }
                dropIdle(projection.name());
            }
        }
    }

    /** The names of all projections. */
    public Set<String> names() {
        return projections.keySet();
    }

    /** All projections. */
    public Collection<Projector> all() {
        return projections.values();
    }

    /** How each projection stands, all of one moment: what took over and what is being filled are never of two. */
    public List<ProjectionState> states() {
        long head = log.head();
        List<ProjectionState> states = NotPrepared.unlessThere(() -> transaction.execute(status -> {
            sql.sql("set transaction isolation level repeatable read, read only")
                    .update();
            return projections.values().stream()
                    .map(projection -> state(projection, head))
                    .toList();
        }));
        return states.stream()
                .map(state -> state.lag() == 0 ? state : state.behindFor(log.ageOf(state.position() + 1)))
                .toList();
    }

    private ProjectionState state(Projector projection, long head) {
        Generation serving = serving(projection);
        return new ProjectionState(
                projection.name(),
                projection.revision(),
                serving.number(),
                serving.position(),
                head,
                Math.max(0, head - serving.position()),
                0,
                letters.count(serving),
                !generations.idle(projection.name()).isEmpty(),
                generations.claimed(projection.name()),
                generations.updatedAt(serving));
    }

    private Generation serving(Projector projection) {
        return generations
                .serving(projection.name())
                .orElseThrow(() -> NotPrepared.missing(projection.name()))
                .of(projection);
    }

    /** How much of the log the tables of {@code projection} hold. */
    long position(Projector projection) {
        return serving(projection).position();
    }

    /** The revision of each projection that this program knows. */
    public Map<String, Integer> revisions() {
        Map<String, Integer> revisions = new LinkedHashMap<>();
        projections.forEach((name, projection) -> revisions.put(name, projection.revision()));
        return revisions;
    }

    /** Writes {@code facts} to what serves, in the transaction that is open. */
    void write(Projector projection, List<Fact> facts) {
        writer.writeServing(projection, facts);
    }

    /** A rebuild that nobody else on any node can begin any more; it has to be run. */
    public interface Begun {

        /** The generation that answers until the new one takes over. */
        int from();

        /**
         * Builds the projection anew from the log beside the tables that answer, and lets it take over. If it fails, nothing is left of
         * what it filled.
         *
         * @param progress told the position reached after each batch
         */
        RebuildReport run(LongConsumer progress);
    }

    /** Begins to rebuild {@code name}, unless that is under way here or on another node. */
    public Begun begin(String name) {
        Projector projection = named(name);
        NotPrepared.unlessThere(() -> serving(projection));
        RebuildLock.Held held = lock.tryNow(name).orElseThrow(() -> new RebuildUnderWay(name));
        try {
            // Under the lock: nobody else lets another generation take over from here on.
            return new Locked(projection, held, serving(projection).number());
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private final class Locked implements Begun {

        private final Projector projection;
        private final RebuildLock.Held held;
        private final int from;

        Locked(Projector projection, RebuildLock.Held held, int from) {
            this.projection = projection;
            this.held = held;
            this.from = from;
        }

        @Override
        public int from() {
            return from;
        }

        @Override
        public RebuildReport run(LongConsumer progress) {
            String name = projection.name();
            try (held) {
                Rebuild.Done done = rebuild.run(projection, progress);
                long dead = letters.count(done.generation());
                dropIdle(name);
                return new RebuildReport(
                        name, done.generation().number(), done.generation().position(), done.took(), dead);
            }
        }
    }

    /** As {@link #begin}, and runs it. */
    public RebuildReport rebuild(String name, LongConsumer progress) {
        return begin(name).run(progress);
    }

    /** The projection of that name. */
    public Projector named(String name) {
        Projector projection = projections.get(name);
        if (projection == null) {
            throw new ProjectionUnknown(name, names());
        }
        return projection;
    }

    /** At most {@code max} events that could not be applied, after the letter {@code after}. */
    public List<DeadLetter> deadLetters(long after, int max) {
        return NotPrepared.unlessThere(() -> letters.serving(after, max));
    }

    /**
     * Tries the stream of a dead letter again, from its first dead letter on, until one fails again.
     *
     * @return the letters of the stream that are left, or empty if there is no such letter
     */
    public Optional<List<DeadLetter>> retry(long id) {
        return NotPrepared.unlessThere(() -> letters.find(id))
                .map(letter -> new Mending(transaction, generations, letters, writer, log)
                        .retry(named(letter.projection()), letter.stream()));
    }

    private void dropIdle(String name) {
        generations.idle(name).forEach(idle -> new Dropping(transaction, sql).drop(idle));
    }

    private static String control() {
        try (InputStream in = Projections.class.getResourceAsStream("/db/query/control.sql")) {
            if (in == null) {
                throw new IllegalStateException("/db/query/control.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
