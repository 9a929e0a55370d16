package org.maaledger.query.register;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.projection.Table;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who may see an agreement and its targets: everybody once it is signed; before, its parties, its Government Office, and those who
 * sign, inspect or run the ledger.
 *
 * <p>It is always judged by the newest state that the view holds, whatever moment is asked about: what somebody may see is a matter
 * of today.
 */
final class VisibilityQueries {

    /** A condition on the alias {@code a} of the table of agreements; see {@link #bind}. */
    static final String VISIBLE = """
            (:everything
             or exists (select 1 from {register}.signature s where s.row_key = a.row_key)
             or a.government_office = :body
             or exists (select 1 from {register}.party p where p.row_key = a.row_key || '~' || :body
                        and p.to_position = %d and p.role is not null))""".formatted(Table.OPEN);

    private VisibilityQueries() {}

    static StatementSpec bind(StatementSpec spec, Actor actor) {
        return spec.param("everything", seesEverything(actor))
                .param("body", actor.body().value());
    }

    /** Of {@code agreements} those that {@code actor} may see. */
    static Set<AgreementId> visible(Snapshot snapshot, Actor actor, Collection<AgreementId> agreements) {
        List<AgreementId> visible = bind(
                        snapshot.sql("select a.row_key from {register}.agreement a where a.row_key = any (:ids) and "
                                + VISIBLE),
                        actor)
                .param("ids", agreements.stream().map(AgreementId::toString).toArray(String[]::new))
                .query((row, _) -> AgreementId.of(row.getString(1)))
                .list();
        return new HashSet<>(visible);
    }

    private static boolean seesEverything(Actor actor) {
        return switch (actor.office()) {
            case MINISTER, INSPECTOR, OPERATOR -> true;
            case AUTHORITY_OFFICER, PARTNER, GOVERNMENT_OFFICE, DATA_PROVIDER, ANALYST -> false;
        };
    }
}
