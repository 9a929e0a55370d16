package org.maaledger.query.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.DraftReaders;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.projection.Table;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who may see an agreement and its targets: everybody once it is signed; before, those whom {@link DraftReaders} names.
 *
 * <p>It is always judged by the newest state that the view holds, whatever moment is asked about: what somebody may see is a matter
 * of today.
 */
final class VisibilityQueries {

    /** Once it is signed, everybody sees it. */
    private static final String SIGNED = "exists (select 1 from {register}.signature s where s.row_key = a.row_key)";

    /** A condition on the alias {@code a} of the table of agreements; see {@link #bind}. */
    static final String VISIBLE = """
            (:everything
             or %s
             or (:negotiates and a.government_office = :body)
             or exists (select 1 from {register}.party p where p.row_key = a.row_key || '~' || :body
                        and p.to_position = %d and p.role is not null))""".formatted(SIGNED, Table.OPEN);

    private VisibilityQueries() {}

    static StatementSpec bind(StatementSpec spec, Actor actor) {
        return spec.param("everything", DraftReaders.oversee(actor.office()))
                .param("negotiates", DraftReaders.negotiate(actor.office()))
                .param("body", actor.body().value());
    }

    /** Of {@code agreements} those that {@code actor} may see, whether or not they were there at the moment. */
    static Set<AgreementId> visible(Snapshot snapshot, Actor actor, Collection<AgreementId> agreements) {
        return visible(snapshot, actor, agreements, "true");
    }

    /** Of {@code streams} those that are an agreement or a target which the tables know, with the agreement that they belong to. */
    static Map<String, AgreementId> homes(Snapshot snapshot, Collection<String> streams) {
        Map<String, AgreementId> homes = new HashMap<>();
        snapshot.sql("""
                        select t.row_key, t.agreement from {register}.target t where t.row_key = any (:streams)
                        union all
                        select a.row_key, a.agreement from {register}.agreement a where a.row_key = any (:streams)""").param("streams", streams.toArray(String[]::new)).query(row -> {
            homes.put(row.getString(1), AgreementId.of(row.getString(2)));
        });
        return homes;
    }

    /** Whether {@code actor} may see {@code agreement}, and it was there at the moment. */
    static boolean visibleThen(Snapshot snapshot, Actor actor, AgreementId agreement) {
        return !visible(snapshot, actor, List.of(agreement), snapshot.begun("a"))
                .isEmpty();
    }

    private static Set<AgreementId> visible(
            Snapshot snapshot, Actor actor, Collection<AgreementId> agreements, String condition) {
        List<AgreementId> visible = bind(
                        snapshot.sql("select a.row_key, " + SIGNED
                                + " as signed from {register}.agreement a where a.row_key = any (:ids) and " + condition
                                + " and " + VISIBLE),
                        actor)
                .param("ids", agreements.stream().map(AgreementId::toString).toArray(String[]::new))
                .query((row, _) -> {
                    if (agreements.size() == 1 && row.getBoolean("signed")) {
                        snapshot.isToEverybody();
                    }
                    return AgreementId.of(row.getString(1));
                })
                .list();
        return new HashSet<>(visible);
    }
}
