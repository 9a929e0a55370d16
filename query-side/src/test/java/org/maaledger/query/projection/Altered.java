package org.maaledger.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.query.testing.QueryLedger;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A projector of the program with something else in the place of its own rows: what a bug, or a later program, would make of it.
 *
 * @param applying makes the rows
 */
record Altered(Projector sound, int revision, Applying applying) implements Projector {

    /** What is done with one event. */
    @FunctionalInterface
    interface Applying {
        void apply(Fact fact, Rows rows);
    }

    /** Of the same revision. */
    static Altered of(Projector sound, Applying applying) {
        return new Altered(sound, sound.revision(), applying);
    }

    /** The same projector in a later program. */
    static Altered later(Projector sound) {
        return new Altered(sound, sound.revision() + 1, sound::apply);
    }

    /** These projections on the tables of {@code ledger}, beside those of its own nodes. */
    static Projections over(QueryLedger ledger, Collection<? extends Projector> projectors) {
        return new Projections(
                List.copyOf(projectors),
                new LedgerFacts(ledger.database().reader()),
                ledger.database().app(),
                transactions(ledger));
    }

    static DataSourceTransactionManager transactions(QueryLedger ledger) {
        return new DataSourceTransactionManager(ledger.database().app());
    }

    @Override
    public String name() {
        return sound.name();
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return sound.families();
    }

    @Override
    public List<Table> tables() {
        return sound.tables();
    }

    @Override
    public void apply(Fact fact, Rows rows) {
        applying.apply(fact, rows);
    }
}
