package org.maaledger.query.moment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.TextRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One consistent view of the tables: every statement of an answer sees the same rows, of the same generations. */
public final class Snapshot {

    /**
     * A projection as this view found it.
     *
     * @param dead whether it has dead letters
     */
    record Source(String projection, int generation, long position, boolean dead) {

        String schema() {
            return "q_" + projection + "_" + generation;
        }
    }

    private final JdbcClient sql;
    private final Moment moment;
    private final Map<String, Source> sources;
    private final Bearing bearing;
    private final Map<String, Set<String>> deadStreams = new HashMap<>();
    private boolean incomplete;

    Snapshot(JdbcClient sql, Moment moment, Map<String, Source> sources, Bearing bearing) {
        this.sql = sql;
        this.moment = moment;
        this.sources = sources;
        this.bearing = bearing;
    }

    /** The moment it is asked for. */
    public Moment moment() {
        return moment;
    }

    /** The same view as of an earlier moment. What is found incomplete there counts here as well. */
    public <T> T at(Moment other, Function<Snapshot, T> question) {
        Snapshot earlier = new Snapshot(sql, other, sources, bearing);
        T answer = question.apply(earlier);
        incomplete |= earlier.incomplete;
        return answer;
    }

    /**
     * A statement in which {@code {name}} is the schema of a projection, {@code :at} the position and {@code :on} the day.
     */
    public StatementSpec sql(String statement) {
        String text = statement;
        for (Source source : sources.values()) {
            text = text.replace("{" + source.projection() + "}", source.schema());
        }
        StatementSpec spec = sql.sql(text);
        if (text.contains(":at")) {
            spec = spec.param("at", moment.position());
        }
        return text.contains(":on") ? spec.param("on", moment.validOn()) : spec;
    }

    /** The condition that what the row {@code alias} says was recorded at the position and, if a day was asked for, began by it. */
    public String begun(String alias) {
        String recorded = "(%1$s.from_position <= :at".formatted(alias);
        return recorded + (moment.dayAsked() ? " and %s.valid_from <= :on)".formatted(alias) : ")");
    }

    /**
     * A subselect of the rows of {@code table} that count, among those that {@code condition} picks: what the ledger knew at the
     * position and, if a day was asked for, of each key what began last by that day.
     */
    public String inForce(String table, String condition) {
        String known = "select %s t.* from " + table + " t where " + condition + " and t.from_position <= :at ";
        return moment.dayAsked()
                ? "(" + known.formatted("distinct on (t.row_key)")
                        + "and t.valid_from <= :on order by t.row_key, t.valid_from desc, t.from_position desc)"
                : "(" + known.formatted("") + "and t.to_position > :at)";
    }

    /** As {@link #inForce}, of one key: found in one step, however often the row was replaced before and after. */
    public String oneInForce(String table, String key) {
        return moment.dayAsked()
                ? "(select t.* from " + table + " t where " + key
                        + " and t.from_position <= :at and t.valid_from <= :on"
                        + " order by t.valid_from desc, t.from_position desc limit 1)"
                : oneKnown(table, key);
    }

    /** A subselect of the one row of a key that the ledger knew at the position, whatever day is asked for. */
    public static String oneKnown(String table, String key) {
        return "(select o.* from (select t.* from " + table + " t where " + key
                + " and t.to_position > :at order by t.to_position limit 1) o where o.from_position <= :at)";
    }

    /** Notes that the answer says something about {@code streams}: if one of them has a dead letter, the answer is incomplete. */
    public boolean about(String projection, Collection<String> streams) {
        boolean dead = streams.stream().anyMatch(dead(projection)::contains);
        incomplete |= dead;
        return dead;
    }

    /** Notes that the answer says something about all of {@code projection}, such as which things there are. */
    public void aboutAll(String projection) {
        incomplete |= !dead(projection).isEmpty();
    }

    /** As {@link #about}, of whatever streams {@code concerned} picks among those that have a dead letter. */
    public boolean aboutAny(String projection, Predicate<String> concerned) {
        boolean dead = dead(projection).stream().anyMatch(concerned);
        incomplete |= dead;
        return dead;
    }

    /** Notes that an event of one of {@code streams} may change the answer. An answer of which nothing is noted is not kept. */
    public void bears(Collection<String> streams) {
        bearing.streams(streams);
    }

    /** Notes that an event of {@code type} may change the answer, whatever its stream. */
    public void bearsEvery(Class<? extends LedgerEvent> type) {
        bearing.every(type);
    }

    /** Notes that the answer says {@code text}, which is absent where it was erased. */
    public void says(TextRef ref, @Nullable String text) {
        bearing.text(ref.value(), text);
    }

    /** Notes that everybody may see the answer, and will. */
    public void isToEverybody() {
        bearing.toEverybody();
    }

    boolean incomplete() {
        return incomplete;
    }

    /** The streams of {@code projection} of which an event could not be applied by then. */
    public Set<String> dead(String projection) {
        return deadStreams.computeIfAbsent(projection, this::readDead);
    }

    private Set<String> readDead(String projection) {
        Source source = sources.get(projection);
        if (source == null) {
            throw new IllegalArgumentException("this question does not read the projection " + projection);
        }
        if (!source.dead()) {
            return Set.of();
        }
        List<String> streams = sql.sql("""
                        select distinct stream from query.dead_letter
                        where projection = :projection and generation = :generation and position <= :at""")
                .param("projection", projection)
                .param("generation", source.generation())
                .param("at", moment.position())
                .query((row, _) -> row.getString(1))
                .list();
        return new HashSet<>(streams);
    }
}
