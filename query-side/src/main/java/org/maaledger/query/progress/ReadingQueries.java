package org.maaledger.query.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.row.RowReading;

/** Reads series from the rows of readings, whose key begins with the series. */
final class ReadingQueries {

    /** Sorts after every character of a key, in the order that keys have. */
    private static final String LAST = "\u007f";

    private ReadingQueries() {}

    /**
     * At most {@code max} readings whose keys begin with {@code prefix}, after a place in the order of keys; if a day was asked for,
     * of periods that had ended by it. A reading of another definition than its series' has that one's unit, from the catalogue.
     */
    static List<Reading> page(Snapshot snapshot, String prefix, String after, int max) {
        String ended = snapshot.moment().dayAsked() ? "r.period_end <= :on" : "true";
        return snapshot.sql("""
                        select r.*, s.row_key as series, s.indicator,
                            case when coalesce(r.own_definition_version, s.definition_version) = s.definition_version
                                then s.unit else d.unit end as unit,
                            coalesce(r.own_definition_version, s.definition_version) as definition_version, x.text as ground_text
                        from {progress}.reading r
                        join {progress}.series s on s.row_key = substring(r.row_key from '^[^~]+~[^~]+~[^~]+')
                        left join {reference}.definition d
                            on d.row_key = s.indicator || '~' || r.own_definition_version
                            and d.from_position <= :at and d.to_position > :at
                        left join vault.text x on x.ref = r.ground
                        where r.row_key > :after and r.row_key >= :prefix and r.row_key < :end
                            and r.from_position <= :at and r.to_position > :at and %s
                        order by r.row_key limit :max""".formatted(ended))
                .param("after", after)
                .param("prefix", prefix)
                .param("end", prefix + LAST)
                .param("max", max)
                .query((row, _) -> reading(row))
                .list();
    }

    /** What each of {@code series} says of every period and vintage. */
    static Map<String, List<PeriodReading>> ofSeries(Snapshot snapshot, List<String> series) {
        Map<String, List<PeriodReading>> readings = new HashMap<>();
        if (!series.isEmpty()) {
            snapshot.sql("""
                            select s.row_key as series, r.*,
                                coalesce(r.own_definition_version, s.definition_version) as definition_version
                            from unnest(:series) as k (key)
                            join {progress}.series s on s.row_key = k.key collate "C"
                            join lateral (
                                select t.own_definition_version, t.period, t.vintage, t.value, t.lower, t.upper, t.low_reliability,
                                    t.combined_areas, t.missing
                                from {progress}.reading t
                                where t.row_key > s.row_key || '~' and t.row_key < s.row_key || '~' || chr(127)
                                    and t.from_position <= :at and t.to_position > :at) r on true""").param("series", series.toArray(String[]::new)).query(row -> {
                readings.computeIfAbsent(row.getString("series"), key -> new ArrayList<>())
                        .add(new PeriodReading(
                                RowReading.period(row.getString("period")),
                                Vintage.of(row.getString("vintage")),
                                observation(row),
                                row.getInt("definition_version")));
            });
        }
        return readings;
    }

    private static Reading reading(ResultSet row) throws SQLException {
        long corrects = row.getLong("corrects");
        boolean first = row.wasNull();
        return new Reading(
                SeriesId.of(row.getString("series")),
                RowReading.period(row.getString("period")),
                Vintage.of(row.getString("vintage")),
                observation(row),
                row.getString("unit"),
                row.getInt("definition_version"),
                row.getLong("sequence"),
                first ? null : corrects,
                row.getString("ground_text"),
                source(row),
                RowReading.date(row, "valid_from"),
                row.getLong("from_position"));
    }

    private static SourceRef source(ResultSet row) throws SQLException {
        return new SourceRef(
                row.getString("source_name"), row.getString("source_version"), row.getString("source_licence"));
    }

    private static Observation observation(ResultSet row) throws SQLException {
        String missing = row.getString("missing");
        if (missing != null) {
            return new Observation.Missing(MissingReason.of(missing));
        }
        return new Observation.Measured(
                RowReading.quantity(row.getString("value")),
                quantity(row.getString("lower")),
                quantity(row.getString("upper")),
                row.getBoolean("low_reliability"),
                row.getBoolean("combined_areas"));
    }

    private static @Nullable Quantity quantity(@Nullable String stored) {
        return stored == null ? null : RowReading.quantity(stored);
    }
}
