package org.maaledger.query.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.moment.Snapshot;

/** Finds which targets there are, and of which agreements. */
final class TargetPlaceQueries {

    /**
     * A target's place in a list.
     *
     * @param place the position that proposed it, which orders lists
     */
    record Listed(TargetId id, long place) {}

    private TargetPlaceQueries() {}

    /** At most {@code max} targets of {@code agreement}, in the order they were proposed in, after a place in it. */
    static List<Listed> page(Snapshot snapshot, AgreementId agreement, long after, int max) {
        return snapshot.sql(
                        "select t.row_key, t.from_position from {register}.target t where t.agreement = :agreement and "
                                + snapshot.begun("t")
                                + " and t.from_position > :after order by t.from_position limit :max")
                .param("agreement", agreement.value())
                .param("after", after)
                .param("max", max)
                .query((row, _) -> new Listed(TargetId.of(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** The agreement of {@code target}, if the target was there at the moment. */
    static Optional<AgreementId> agreementThen(Snapshot snapshot, TargetId target) {
        return Optional.ofNullable(
                agreements(snapshot, List.of(target), snapshot.begun("t")).get(target));
    }

    /** The agreements of {@code targets}, whether or not they were there at the moment. */
    static Map<TargetId, AgreementId> agreementsOf(Snapshot snapshot, Collection<TargetId> targets) {
        return agreements(snapshot, targets, "true");
    }

    private static Map<TargetId, AgreementId> agreements(
            Snapshot snapshot, Collection<TargetId> targets, String condition) {
        Map<TargetId, AgreementId> agreements = new HashMap<>();
        snapshot.sql("select t.row_key, t.agreement from {register}.target t where t.row_key = any (:targets) and "
                        + condition)
                .param("targets", targets.stream().map(TargetId::toString).toArray(String[]::new))
                .query(row -> {
                    agreements.put(TargetId.of(row.getString(1)), AgreementId.of(row.getString(2)));
                });
        return agreements;
    }
}
