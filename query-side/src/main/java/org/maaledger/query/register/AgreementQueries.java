package org.maaledger.query.register;

import static org.maaledger.query.row.RowReading.date;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.row.RowReading;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads agreements from the register. */
final class AgreementQueries {

    /**
     * An agreement's place in a list.
     *
     * @param place the position that drafted it, which orders lists
     */
    record Listed(AgreementId id, long place) {}

    private AgreementQueries() {}

    /** At most {@code max} agreements that {@code actor} may see, in the order they were drafted in, after a place in it. */
    static List<Listed> page(Snapshot snapshot, Actor actor, long after, int max) {
        String select = "select a.row_key, a.from_position from {register}.agreement a"
                + " where " + snapshot.begun("a") + " and a.from_position > :after and " + VisibilityQueries.VISIBLE
                + " order by a.from_position limit :max";
        return VisibilityQueries.bind(snapshot.sql(select), actor)
                .param("after", after)
                .param("max", max)
                .query((row, _) -> new Listed(AgreementId.of(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** The agreements of {@code ids} that were drafted by then, in that order. */
    static List<AgreementEntry> load(Snapshot snapshot, List<AgreementId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<AgreementId, List<AgreementEntry.Party>> parties = parties(snapshot, ids);
        Map<AgreementId, AgreementEntry> entries = new HashMap<>();
        statement(snapshot, ids, heads(snapshot))
                .query((row, _) -> entry(snapshot, row, parties))
                .list()
                .forEach(entry -> entries.put(entry.id(), entry));
        return ids.stream().filter(entries::containsKey).map(entries::get).toList();
    }

    private static String heads(Snapshot snapshot) {
        return """
            select a.*, x.text as title_text, v.version, r.body as responsible, s.valid_from as signed_on, s.top_tier_members,
                (select count(*) from %s d where d.designated and not exists (select from %s w)) as designated,
                (select count(*) from {register}.target c where c.agreement = a.agreement and %s) as targets
            from {register}.agreement a
            left join vault.text x on x.ref = a.title
            join lateral %s v on true
            join lateral %s r on true
            left join lateral %s s on true
            where a.row_key = any (:ids) and %s""".formatted(
                        snapshot.inForce("{register}.designation", "t.agreement = a.agreement"),
                        snapshot.oneInForce("{register}.withdrawal", "t.row_key = d.row_key"),
                        snapshot.begun("c"),
                        Snapshot.oneKnown("{register}.stream_version", "t.row_key = a.row_key"),
                        snapshot.oneInForce("{register}.responsible", "t.row_key = a.row_key"),
                        snapshot.oneInForce("{register}.signature", "t.row_key = a.row_key"),
                        snapshot.begun("a"));
    }

    private static StatementSpec statement(Snapshot snapshot, List<AgreementId> ids, String sql) {
        return snapshot.sql(sql)
                .param("ids", ids.stream().map(AgreementId::toString).toArray(String[]::new));
    }

    private static AgreementEntry entry(
            Snapshot snapshot, ResultSet row, Map<AgreementId, List<AgreementEntry.Party>> parties)
            throws SQLException {
        AgreementId id = AgreementId.of(row.getString("row_key"));
        LocalDate from = date(row, "period_from");
        LocalDate to = date(row, "period_to");
        LocalDate signedOn = RowReading.optionalDate(row, "signed_on");
        TextRef titleRef = new TextRef(row.getString("title"));
        String title = row.getString("title_text");
        snapshot.says(titleRef, title);
        return new AgreementEntry(
                id,
                row.getLong("version"),
                AgreementKind.of(row.getString("kind")),
                AgreementStatus.on(snapshot.moment().validOn(), signedOn, from, to),
                title,
                titleRef,
                rules(row),
                from,
                to,
                new AreaCode(row.getString("area")),
                RowReading.body(row, "responsible"),
                RowReading.body(row, "government_office"),
                parties.getOrDefault(id, List.of()),
                date(row, "valid_from"),
                signedOn,
                signedOn == null ? List.of() : RowReading.bodies(row, "top_tier_members"),
                row.getInt("designated"),
                row.getInt("targets"));
    }

    private static FrameworkRules rules(ResultSet row) throws SQLException {
        return new FrameworkRules(
                row.getString("edition"),
                row.getInt("designated_targets_max"),
                row.getInt("milestone_interval_months_max"),
                row.getInt("top_tier_members_min"),
                row.getInt("designation_window_months"),
                row.getInt("local_change_lock_months"),
                Quantity.of(row.getString("amber_tolerance")));
    }

    private static Map<AgreementId, List<AgreementEntry.Party>> parties(Snapshot snapshot, List<AgreementId> ids) {
        Map<AgreementId, List<AgreementEntry.Party>> parties = new HashMap<>();
        String select = "select * from "
                + snapshot.inForce("{register}.party", "t.agreement = any (:ids::uuid[])")
                + " p where p.role is not null order by p.body collate \"C\"";
        statement(snapshot, ids, select).query(row -> {
            parties.computeIfAbsent(AgreementId.of(row.getString("agreement")), id -> new ArrayList<>())
                    .add(new AgreementEntry.Party(
                            RowReading.body(row, "body"),
                            PartyRole.of(row.getString("role")),
                            date(row, "valid_from")));
        });
        return parties;
    }
}
