package org.maaledger.query.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.row.RowReading;

/** Reads the area register. */
final class AreaQueries {

    private static final String SELECT =
            """
            select a.*, v.version from {reference}.area a
            join lateral %s v on true
            where a.from_position <= :at and a.to_position > :at""".formatted(Snapshot.oneKnown("{reference}.stream_version", "t.row_key = 'area:' || a.row_key"));

    private AreaQueries() {}

    static List<Areas.Entry> page(Snapshot snapshot, Areas.Wanted wanted, String after, int max) {
        AreaLevel level = wanted.level();
        String name = wanted.name();
        String select = SELECT + existing(snapshot) + """
                 and a.row_key > :after
                and (cast(:level as text) is null or a.level = :level)
                and (cast(:name as text) is null or lower(a.name) = lower(:name) or exists (
                    select 1 from unnest(a.aliases) alias where lower(alias) = lower(:name)))
                order by a.row_key limit :max""";
        List<Areas.Entry> entries = snapshot.sql(select)
                .param("after", after)
                .param("level", level == null ? null : level.toString())
                .param("name", name)
                .param("max", max)
                .query((row, _) -> entry(row))
                .list();
        return succeeded(snapshot, entries);
    }

    static Optional<Areas.Entry> find(Snapshot snapshot, AreaCode code) {
        List<Areas.Entry> entries = snapshot.sql(SELECT + existing(snapshot) + " and a.row_key = :code")
                .param("code", code.value())
                .query((row, _) -> entry(row))
                .list();
        return succeeded(snapshot, entries).stream().findFirst();
    }

    /** If a day was asked for, only places that existed on it. */
    private static String existing(Snapshot snapshot) {
        return snapshot.moment().dayAsked()
                ? " and (a.exists_from is null or a.exists_from <= :on) and (a.exists_to is null or a.exists_to >= :on)"
                : "";
    }

    private static List<Areas.Entry> succeeded(Snapshot snapshot, List<Areas.Entry> entries) {
        Map<AreaCode, List<Areas.Succession>> successions = new HashMap<>();
        if (!entries.isEmpty()) {
            String happened = snapshot.moment().dayAsked() ? "s.succeeded_on <= :on" : "true";
            snapshot.sql("""
                            select s.area, s.successor, s.succeeded_on from {reference}.succession s
                            where s.area = any (:areas) and s.from_position <= :at and s.to_position > :at and %s
                            order by s.succeeded_on, s.successor collate "C\"""".formatted(happened))
                    .param(
                            "areas",
                            entries.stream().map(entry -> entry.code().value()).toArray(String[]::new))
                    .query(row -> {
                        successions
                                .computeIfAbsent(new AreaCode(row.getString(1)), code -> new ArrayList<>())
                                .add(new Areas.Succession(
                                        new AreaCode(row.getString(2)), row.getObject(3, LocalDate.class)));
                    });
        }
        return entries.stream()
                .map(entry -> new Areas.Entry(
                        entry.code(),
                        entry.version(),
                        entry.details(),
                        successions.getOrDefault(entry.code(), List.of()),
                        entry.source()))
                .toList();
    }

    private static Areas.Entry entry(ResultSet row) throws SQLException {
        AreaDetails details = new AreaDetails(
                row.getString("name"),
                AreaLevel.of(row.getString("level")),
                tier(row.getString("tier")),
                code(row.getString("region")),
                codes(row, "parents"),
                codes(row, "constituents"),
                RowReading.texts(row, "former_codes"),
                RowReading.texts(row, "aliases"),
                RowReading.optionalDate(row, "exists_from"),
                RowReading.optionalDate(row, "exists_to"));
        SourceRef source = new SourceRef(
                row.getString("source_name"), row.getString("source_version"), row.getString("source_licence"));
        return new Areas.Entry(
                new AreaCode(row.getString("row_key")), row.getLong("version"), details, List.of(), source);
    }

    private static List<AreaCode> codes(ResultSet row, String column) throws SQLException {
        return RowReading.texts(row, column).stream().map(AreaCode::new).toList();
    }

    private static @Nullable AreaCode code(@Nullable String stored) {
        return stored == null ? null : new AreaCode(stored);
    }

    private static @Nullable Tier tier(@Nullable String stored) {
        return stored == null ? null : Tier.of(stored);
    }
}
