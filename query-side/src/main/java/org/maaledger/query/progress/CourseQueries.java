package org.maaledger.query.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.row.RowReading;

/** Reads what targets are judged against. */
final class CourseQueries {

    /** A target's course, with what it is measured by. */
    record Found(TargetId target, AgreementId agreement, SeriesId series, String unit, Course course) {}

    private CourseQueries() {}

    /** The courses of {@code targets} that were proposed by then, in that order. */
    static List<Found> load(Snapshot snapshot, List<TargetId> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        Map<TargetId, List<Course.Version>> versions = versions(snapshot, targets);
        Map<TargetId, Found> found = new HashMap<>();
        String select = """
                select c.*, p.amber_tolerance, w.valid_from as withdrawn_on from {progress}.course c
                left join {progress}.tolerance p on p.row_key = c.agreement::text
                left join lateral %s w on true
                where c.row_key = any (:targets) and %s""".formatted(
                        snapshot.oneInForce("{progress}.withdrawal", "t.row_key = c.row_key"), snapshot.begun("c"));
        snapshot.sql(select)
                .param("targets", targets.stream().map(TargetId::toString).toArray(String[]::new))
                .query((row, _) -> {
                    TargetId target = TargetId.of(row.getString("target"));
                    Course course = new Course(
                            Polarity.of(row.getString("polarity")),
                            row.getInt("definition_version"),
                            tolerance(row.getString("amber_tolerance")),
                            versions.getOrDefault(target, List.of()),
                            RowReading.optionalDate(row, "withdrawn_on"));
                    return new Found(
                            target,
                            AgreementId.of(row.getString("agreement")),
                            SeriesId.of(row.getString("series")),
                            row.getString("unit"),
                            course);
                })
                .list()
                .forEach(one -> found.put(one.target(), one));
        return targets.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Without its agreement, whose draft is then a dead letter, nothing is tolerated; the answer says that it is incomplete. */
    private static Quantity tolerance(@Nullable String stored) {
        return Quantity.of(stored == null ? "0" : stored);
    }

    private static Map<TargetId, List<Course.Version>> versions(Snapshot snapshot, List<TargetId> targets) {
        Map<TargetId, List<Course.Version>> versions = new HashMap<>();
        snapshot.sql("select t.* from " + snapshot.inForce("{progress}.trajectory", "t.target = any (:targets)")
                        + " t order by t.version")
                .param("targets", targets.stream().map(TargetId::value).toArray(UUID[]::new))
                .query(row -> {
                    versions.computeIfAbsent(TargetId.of(row.getString("target")), id -> new ArrayList<>())
                            .add(new Course.Version(RowReading.trajectory(row), RowReading.date(row, "valid_from")));
                });
        return versions;
    }
}
