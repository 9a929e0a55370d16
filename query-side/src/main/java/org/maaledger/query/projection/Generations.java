package org.maaledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The control tables: which generation of a projection serves, which is being filled, and how far each has come. */
final class Generations {

    private final JdbcClient sql;

    Generations(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The generation that serves {@code projection}, locked until the transaction ends: whoever writes rows and whoever lets another
     * generation take over do so one after the other. It may be of another revision than the caller.
     */
    Generation lockServing(String projection) {
        Integer number = sql.sql("select serving from query.projection where name = ? for update")
                .param(projection)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> NotPrepared.missing(projection));
        // A second statement, because the first may have waited for a takeover and then sees the state before it.
        return generation(projection, number).orElseThrow();
    }

    /** The generation that serves {@code projection}, if one does. */
    Optional<Generation> serving(String projection) {
        return sql.sql("""
                        select g.projection, g.number, g.revision, g.position from query.projection p
                        join query.generation g on g.projection = p.name and g.number = p.serving where p.name = ?""").param(projection).query(Generations::generation).optional();
    }

    Optional<Generation> generation(String projection, int number) {
        return sql.sql(
                        "select projection, number, revision, position from query.generation where projection = ? and number = ?")
                .params(projection, number)
                .query(Generations::generation)
                .optional();
    }

    Instant updatedAt(Generation generation) {
        return sql.sql("select updated_at from query.generation where projection = ? and number = ?")
                .params(generation.projection(), generation.number())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * Whether a node holds the claim on the processing of {@code projection}. A claim is renewed every few seconds and ends after ten; the
     * clocks of nodes and database may be as far apart again.
     */
    boolean claimed(String projection) {
        return sql.sql("""
                        select exists (select from query.token_entry where processor_name = ? and owner is not null
                            and timestamp::timestamptz > clock_timestamp() - interval '20 seconds')""").param(projection).query(Boolean.class).single();
    }

    /** Every generation of {@code projection} that does not serve. */
    List<Generation> idle(String projection) {
        return sql.sql("""
                        select g.projection, g.number, g.revision, g.position from query.generation g
                        left join query.projection p on p.name = g.projection and p.serving = g.number
                        where g.projection = ? and p.name is null order by g.number""").param(projection).query(Generations::generation).list();
    }

    /** Adds the next generation of {@code projection}, which holds nothing yet. */
    Generation add(Projector projection) {
        int number = sql.sql("""
                        insert into query.generation (projection, number, revision, position)
                        select ?, coalesce(max(number), 0) + 1, ?, 0 from query.generation where projection = ?
                        returning number""")
                .params(projection.name(), projection.revision(), projection.name())
                .query(Integer.class)
                .single();
        return new Generation(projection.name(), number, projection.revision(), 0);
    }

    void advance(Generation generation, long position) {
        sql.sql(
                        "update query.generation set position = ?, updated_at = clock_timestamp() where projection = ? and number = ?")
                .params(position, generation.projection(), generation.number())
                .update();
    }

    /** From the end of this transaction on, {@code generation} serves. */
    void serve(Generation generation) {
        sql.sql("""
                        insert into query.projection (name, serving) values (?, ?)
                        on conflict (name) do update set serving = excluded.serving""").params(generation.projection(), generation.number()).update();
    }

    /** Forgets a generation and drops its tables; the caller's lock timeout bounds how long it waits for readers. */
    void drop(Generation generation) {
        sql.sql("drop schema if exists " + generation.schema() + " cascade").update();
        sql.sql("delete from query.dead_letter where projection = ? and generation = ?")
                .params(generation.projection(), generation.number())
                .update();
        sql.sql("delete from query.generation where projection = ? and number = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    private static Generation generation(ResultSet row, int number) throws SQLException {
        return new Generation(
                row.getString("projection"), row.getInt("number"), row.getInt("revision"), row.getLong("position"));
    }
}
