package org.maaledger.query.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maaledger.query.projection.NotPrepared;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the tables that answer, and how far they have come. */
final class SourceQueries {

    private static final String SELECT = """
            select p.name, p.serving, g.revision, g.position, exists (
                select 1 from query.dead_letter d where d.projection = p.name and d.generation = p.serving) as dead, %s as same
            from query.projection p join query.generation g on g.projection = p.name and g.number = p.serving
            where p.name = any (?)""";

    private static final String SOURCES = SELECT.formatted("true");

    private static final String SOURCES_AND_TEXTS = SELECT.formatted("""
            (select count(*) from vault.text where ref = any (?)) = ? and not exists (
                select 1 from vault.text where ref = any (?))""");

    private final JdbcClient sql;
    private final Map<String, Integer> revisions;

    SourceQueries(JdbcClient sql, Map<String, Integer> revisions) {
        this.sql = sql;
        this.revisions = Map.copyOf(revisions);
    }

    /**
     * How tables stand.
     *
     * @param sameTexts whether the texts that were asked about are there, or gone, as they were
     */
    record Stand(Map<String, Snapshot.Source> sources, boolean sameTexts) {

        /** The newest event that all of them hold. */
        long reached() {
            return sources.values().stream()
                    .mapToLong(Snapshot.Source::position)
                    .min()
                    .orElse(0);
        }

        /** The newest event that one of them holds. */
        long furthest() {
            return sources.values().stream()
                    .mapToLong(Snapshot.Source::position)
                    .max()
                    .orElse(0);
        }

        boolean anyDead() {
            return sources.values().stream().anyMatch(Snapshot.Source::dead);
        }

        /** Whether it is the same tables that stand so, come as far or further. */
        boolean isOfSameTablesAs(Stand other) {
            return sources.keySet().equals(other.sources.keySet())
                    && sources.values().stream().allMatch(source -> {
                        Snapshot.Source before = other.sources.get(source.projection());
                        return before != null && before.generation() == source.generation();
                    });
        }
    }

    /** How the tables of {@code projections} stand. */
    Stand of(Set<String> projections) {
        return stand(projections, sql.sql(SOURCES).param(projections.toArray(String[]::new)));
    }

    /** As {@link #of(Set)}, all at one moment with whether the texts stand as {@code bearing} says. */
    Stand of(Set<String> projections, Bearing bearing) {
        String[] texts = bearing.texts();
        String[] erased = bearing.erased();
        if (texts.length == 0 && erased.length == 0) {
            return of(projections);
        }
        return stand(
                projections,
                sql.sql(SOURCES_AND_TEXTS)
                        .param(texts)
                        .param(texts.length)
                        .param(erased)
                        .param(projections.toArray(String[]::new)));
    }

    private record Row(Snapshot.Source source, boolean same) {}

    private Stand stand(Set<String> projections, JdbcClient.StatementSpec statement) {
        List<Row> rows = NotPrepared.unlessThere(
                () -> statement.query((row, _) -> row(row)).list());
        Map<String, Snapshot.Source> sources = new HashMap<>();
        rows.forEach(row -> sources.put(row.source().projection(), row.source()));
        for (String projection : projections) {
            if (!sources.containsKey(projection)) {
                throw NotPrepared.missing(projection);
            }
        }
        return new Stand(Map.copyOf(sources), rows.stream().allMatch(Row::same));
    }

    private Row row(ResultSet row) throws SQLException {
        String projection = row.getString("name");
        int known = revisions.getOrDefault(projection, 0);
        if (row.getInt("revision") != known) {
            throw NotPrepared.ofAnother(projection, row.getInt("revision"), known);
        }
        return new Row(
                new Snapshot.Source(projection, row.getInt("serving"), row.getLong("position"), row.getBoolean("dead")),
                row.getBoolean("same"));
    }
}
