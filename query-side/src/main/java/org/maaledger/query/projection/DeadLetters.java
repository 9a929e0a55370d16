package org.maaledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maaledger.kernel.EventCatalogue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that could not be applied, as positions: what they say stays in the log. */
final class DeadLetters {

    /** How much of a failure's message is kept: enough to understand it, not a stack trace. */
    private static final int CAUSE_CHARACTERS_MAX = 1_000;

    private static final String COLUMNS =
            "id, projection, generation, stream, position, event_name, cause, attempts, first_failed_at, last_failed_at";

    private final JdbcClient sql;

    DeadLetters(JdbcClient sql) {
        this.sql = sql;
    }

    /** The streams of which {@code generation} lacks something. */
    Set<String> streams(Generation generation) {
        return new HashSet<>(
                sql.sql("select distinct stream from query.dead_letter where projection = ? and generation = ?")
                        .params(generation.projection(), generation.number())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    void add(Generation generation, Fact fact, String cause, int attempts) {
        sql.sql("""
                        insert into query.dead_letter (projection, generation, stream, position, event_name, cause, attempts)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (projection, generation, position) do nothing""")
                .params(
                        generation.projection(),
                        generation.number(),
                        fact.stream(),
                        fact.position(),
                        EventCatalogue.of(fact.event().getClass()).name(),
                        bounded(cause),
                        attempts)
                .update();
    }

    void failedAgain(DeadLetter letter, String cause) {
        sql.sql("""
                        update query.dead_letter set attempts = attempts + 1, cause = ?, last_failed_at = clock_timestamp()
                        where id = ?""").params(bounded(cause), letter.id()).update();
    }

    void remove(DeadLetter letter) {
        sql.sql("delete from query.dead_letter where id = ?").param(letter.id()).update();
    }

    Optional<DeadLetter> find(long id) {
        return sql.sql("select " + COLUMNS + " from query.dead_letter where id = ?")
                .param(id)
                .query(DeadLetters::letter)
                .optional();
    }

    /** The letters of one stream, in their order. */
    List<DeadLetter> ofStream(Generation generation, String stream) {
        return sql.sql(
                        "select " + COLUMNS
                                + " from query.dead_letter where projection = ? and generation = ? and stream = ? order by position")
                .params(generation.projection(), generation.number(), stream)
                .query(DeadLetters::letter)
                .list();
    }

    /** At most {@code max} letters of the serving generations, after the letter {@code after}. */
    List<DeadLetter> serving(long after, int max) {
        return sql.sql("""
                        select d.* from query.dead_letter d
                        join query.projection p on p.name = d.projection and p.serving = d.generation
                        where d.id > ? order by d.id limit ?""").params(after, max).query(DeadLetters::letter).list();
    }

    long count(Generation generation) {
        return sql.sql("select count(*) from query.dead_letter where projection = ? and generation = ?")
                .params(generation.projection(), generation.number())
                .query(Long.class)
                .single();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("projection"),
                row.getInt("generation"),
                row.getString("stream"),
                row.getLong("position"),
                row.getString("event_name"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("first_failed_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_failed_at", OffsetDateTime.class).toInstant());
    }

    private static String bounded(String cause) {
        return cause.length() <= CAUSE_CHARACTERS_MAX ? cause : cause.substring(0, CAUSE_CHARACTERS_MAX);
    }
}
