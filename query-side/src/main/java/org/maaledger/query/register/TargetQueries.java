package org.maaledger.query.register;

import static org.maaledger.query.row.RowReading.date;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.row.RowReading;
import org.maaledger.query.row.TextQueries;

/** Reads targets from the register: one statement for each table, whatever the number of targets. */
final class TargetQueries {

    private TargetQueries() {}

    /** The targets of {@code ids} that were proposed by then, in that order. */
    static List<TargetEntry> load(Snapshot snapshot, List<TargetId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TargetId, TargetParts> parts = new HashMap<>();
        heads(snapshot, ids).forEach(head -> parts.put(head.id(), new TargetParts(head)));
        fill(snapshot, ids, parts);
        Map<TextRef, String> texts = TextQueries.texts(
                snapshot,
                parts.values().stream().flatMap(part -> part.refs().stream()).toList());
        return ids.stream()
                .map(parts::get)
                .filter(Objects::nonNull)
                .map(part -> part.entry(snapshot.moment().validOn(), texts))
                .toList();
    }

    private static void fill(Snapshot snapshot, List<TargetId> ids, Map<TargetId, TargetParts> parts) {
        each(snapshot, ids, "offer", "t.number", row -> part(parts, row).offers.add(offer(row)));
        each(
                snapshot,
                ids,
                "consent",
                "t.body collate \"C\"",
                row -> part(parts, row).consents.add(saying(row, "offer_number")));
        each(
                snapshot,
                ids,
                "trajectory",
                "t.version",
                row -> part(parts, row).trajectories.add(trajectory(row)));
        each(
                snapshot,
                ids,
                "renegotiation",
                "t.number",
                row -> part(parts, row).renegotiations.add(renegotiation(row)));
        each(
                snapshot,
                ids,
                "renegotiation_consent",
                "t.body collate \"C\"",
                row -> part(parts, row).renegotiationConsents.add(saying(row, "number")));
        each(
                snapshot,
                ids,
                "renegotiation_outcome",
                "t.number",
                row -> part(parts, row).outcomes.put(row.getInt("number"), outcome(row)));
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface RowUse {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Snapshot snapshot, List<TargetId> ids, String table, String order, RowUse use) {
        snapshot.sql("select t.* from "
                        + snapshot.inForce("{register}." + table, "t.target = any (:targets)")
                        + " t order by " + order)
                .param("targets", ids.stream().map(TargetId::value).toArray(UUID[]::new))
                .query(use::take);
    }

    private static TargetParts part(Map<TargetId, TargetParts> parts, ResultSet row) throws SQLException {
        TargetParts part = parts.get(TargetId.of(row.getString("target")));
        if (part == null) {
            throw new IllegalStateException("a row of the target " + row.getString("target") + " without the target");
        }
        return part;
    }

    private static List<TargetParts.Head> heads(Snapshot snapshot, List<TargetId> ids) {
        String select = """
                select h.*, v.version, coalesce(d.designated, false) and w.row_key is null as designated,
                    w.valid_from as withdrawn_on, w.reason as withdrawal_reason, b.period as base_period, b.value as base_value, b.source as base_source,
                    b.gap_owner, b.gap_fill_by, b.gap_reason, b.valid_from as base_on, g.government_office, q.parties
                from {register}.target h
                left join {register}.agreement g on g.row_key = h.agreement::text
                join lateral (select array_agg(p.body) as parties from %s p where p.role is not null) q on true
                join lateral %s v on true
                left join lateral %s d on true
                left join lateral %s w on true
                left join lateral %s b on true
                where h.row_key = any (:targets) and %s""".formatted(
                        snapshot.inForce("{register}.party", "t.agreement = h.agreement"),
                        Snapshot.oneKnown("{register}.stream_version", "t.row_key = h.row_key"),
                        snapshot.oneInForce("{register}.designation", "t.row_key = h.row_key"),
                        snapshot.oneInForce("{register}.withdrawal", "t.row_key = h.row_key"),
                        snapshot.oneInForce("{register}.baseline", "t.row_key = h.row_key"),
                        snapshot.begun("h"));
        return snapshot.sql(select)
                .param("targets", ids.stream().map(TargetId::toString).toArray(String[]::new))
                .query((row, _) -> head(row))
                .list();
    }

    private static TargetParts.Head head(ResultSet row) throws SQLException {
        return new TargetParts.Head(
                TargetId.of(row.getString("row_key")),
                AgreementId.of(row.getString("agreement")),
                consenters(row),
                row.getLong("version"),
                TargetKind.of(row.getString("kind")),
                row.getBoolean("designated"),
                SeriesId.of(row.getString("series")),
                row.getInt("definition_version"),
                row.getString("unit"),
                Polarity.of(row.getString("polarity")),
                RowReading.bodies(row, "relates_to"),
                RowReading.body(row, "proposed_by"),
                date(row, "valid_from"),
                baseline(row),
                promise(row),
                RowReading.optionalDate(row, "withdrawn_on"),
                RowReading.optionalRef(row, "withdrawal_reason"));
    }

    private static TargetParts.Consenters consenters(ResultSet row) throws SQLException {
        String office = row.getString("government_office");
        Set<BodyId> parties =
                row.getArray("parties") == null ? Set.of() : Set.copyOf(RowReading.bodies(row, "parties"));
        return new TargetParts.Consenters(parties, office == null ? null : new BodyId(office));
    }

    private static TargetEntry.@Nullable Baseline baseline(ResultSet row) throws SQLException {
        String period = row.getString("base_period");
        return period == null
                ? null
                : new TargetEntry.Baseline(
                        RowReading.milestone(period, row.getString("base_value")),
                        row.getString("base_source"),
                        date(row, "base_on"));
    }

    private static TargetParts.@Nullable Promise promise(ResultSet row) throws SQLException {
        String owner = row.getString("gap_owner");
        return owner == null
                ? null
                : new TargetParts.Promise(
                        new BodyId(owner),
                        date(row, "gap_fill_by"),
                        new TextRef(row.getString("gap_reason")),
                        date(row, "base_on"));
    }

    private static TargetParts.Offered offer(ResultSet row) throws SQLException {
        return new TargetParts.Offered(
                row.getInt("number"),
                RowReading.milestone(row.getString("period"), row.getString("value")),
                RowReading.body(row, "proposed_by"),
                date(row, "valid_from"));
    }

    private static TargetParts.Saying saying(ResultSet row, String number) throws SQLException {
        return new TargetParts.Saying(
                row.getInt(number),
                RowReading.body(row, "body"),
                row.getBoolean("given"),
                date(row, "valid_from"),
                RowReading.optionalRef(row, "reason"));
    }

    private static TargetEntry.AgreedTrajectory trajectory(ResultSet row) throws SQLException {
        return new TargetEntry.AgreedTrajectory(
                RowReading.trajectory(row), date(row, "valid_from"), RowReading.optionalInteger(row, "renegotiation"));
    }

    private static TargetParts.Change renegotiation(ResultSet row) throws SQLException {
        String ground = row.getString("ground");
        return new TargetParts.Change(
                row.getInt("number"),
                ground == null ? null : RowReading.trajectory(row),
                ground == null ? null : RenegotiationGround.of(ground),
                new TextRef(row.getString("explanation")),
                row.getBoolean("designated"),
                RowReading.bodies(row, "consents_needed"),
                RowReading.body(row, "proposed_by"),
                date(row, "valid_from"));
    }

    private static TargetParts.Outcome outcome(ResultSet row) throws SQLException {
        return new TargetParts.Outcome(
                row.getBoolean("approved"), date(row, "valid_from"), RowReading.optionalRef(row, "reason"));
    }
}
