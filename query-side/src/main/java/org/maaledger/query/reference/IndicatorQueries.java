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
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.row.RowReading;

/** Reads the indicator catalogue. */
final class IndicatorQueries {

    /** Sorts after every character of a code, in the order that codes have. */
    private static final String LAST = "\u007f";

    private static final String SELECT = """
            select i.row_key, i.statutory, v.version, w.withdrawn_from from {reference}.indicator i
            join lateral %s v on true
            left join lateral %s w on true
            where i.from_position <= :at and i.to_position > :at""".formatted(
                    Snapshot.oneKnown("{reference}.stream_version", "t.row_key = 'indicator:' || i.row_key"),
                    Snapshot.oneKnown("{reference}.withdrawal", "t.row_key = i.row_key"));

    private record Head(IndicatorCode code, long version, boolean statutory, List<LocalDate> withdrawnFrom) {}

    private IndicatorQueries() {}

    static List<Indicators.Entry> page(Snapshot snapshot, String prefix, String after, int max) {
        return complete(
                snapshot,
                snapshot.sql(SELECT
                                + " and i.row_key > :after and i.row_key >= :prefix and i.row_key < :end"
                                + " order by i.row_key limit :max")
                        .param("after", after)
                        .param("prefix", prefix)
                        .param("end", prefix + LAST)
                        .param("max", max)
                        .query((row, _) -> head(row))
                        .list());
    }

    static Optional<Indicators.Entry> find(Snapshot snapshot, IndicatorCode code) {
        return complete(
                        snapshot,
                        snapshot.sql(SELECT + " and i.row_key = :code")
                                .param("code", code.value())
                                .query((row, _) -> head(row))
                                .list())
                .stream()
                .findFirst();
    }

    private static Head head(ResultSet row) throws SQLException {
        LocalDate withdrawn = RowReading.optionalDate(row, "withdrawn_from");
        return new Head(
                new IndicatorCode(row.getString("row_key")),
                row.getLong("version"),
                row.getBoolean("statutory"),
                withdrawn == null ? List.of() : List.of(withdrawn));
    }

    private static List<Indicators.Entry> complete(Snapshot snapshot, List<Head> heads) {
        Map<IndicatorCode, List<Indicators.Defined>> definitions = definitions(snapshot, heads);
        LocalDate day = snapshot.moment().validOn();
        List<Indicators.Entry> entries = new ArrayList<>();
        for (Head head : heads) {
            List<Indicators.Defined> defined = definitions.getOrDefault(head.code(), List.of());
            entries.add(new Indicators.Entry(
                    head.code(),
                    head.version(),
                    head.statutory(),
                    inForce(defined, day),
                    defined,
                    withdrawnFrom(snapshot, head)));
        }
        return entries;
    }

    /** With a day asked for, a withdrawal that came later does not count. */
    private static @Nullable LocalDate withdrawnFrom(Snapshot snapshot, Head head) {
        return head.withdrawnFrom().stream()
                .filter(from -> !snapshot.moment().dayAsked()
                        || !from.isAfter(snapshot.moment().validOn()))
                .findFirst()
                .orElse(null);
    }

    private static int inForce(List<Indicators.Defined> defined, LocalDate day) {
        int version = 1;
        for (Indicators.Defined one : defined) {
            LocalDate from = one.from();
            if (from == null || !from.isAfter(day)) {
                version = one.definition().version();
            }
        }
        return version;
    }

    private static Map<IndicatorCode, List<Indicators.Defined>> definitions(Snapshot snapshot, List<Head> heads) {
        Map<IndicatorCode, List<Indicators.Defined>> definitions = new HashMap<>();
        if (!heads.isEmpty()) {
            String begun =
                    snapshot.moment().dayAsked() ? "(d.in_force_from is null or d.in_force_from <= :on)" : "true";
            snapshot.sql("""
                            select d.* from {reference}.definition d
                            where d.indicator = any (:codes) and d.from_position <= :at and d.to_position > :at and %s
                            order by d.version""".formatted(begun))
                    .param(
                            "codes",
                            heads.stream().map(head -> head.code().value()).toArray(String[]::new))
                    .query(row -> {
                        definitions
                                .computeIfAbsent(
                                        new IndicatorCode(row.getString("indicator")), code -> new ArrayList<>())
                                .add(defined(row));
                    });
        }
        return definitions;
    }

    private static Indicators.Defined defined(ResultSet row) throws SQLException {
        return new Indicators.Defined(
                new IndicatorDefinition(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("unit"),
                        Polarity.of(row.getString("polarity")),
                        row.getString("theme"),
                        RowReading.optionalInteger(row, "decimals"),
                        row.getBoolean("title_verified")),
                RowReading.optionalDate(row, "in_force_from"),
                new SourceRef(
                        row.getString("source_name"),
                        row.getString("source_version"),
                        row.getString("source_licence")));
    }
}
