package org.maaledger.query.register;

import java.util.List;
import java.util.Set;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.query.projection.Fact;
import org.maaledger.query.projection.Projector;
import org.maaledger.query.projection.Rows;
import org.maaledger.query.projection.Table;
import org.springframework.stereotype.Component;

/** Agreements and targets as they stand: one row for each thing that an event settled. */
@Component
final class RegisterProjection implements Projector {

    static final String NAME = "register";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(AgreementEvent.class, TargetEvent.class);
    }

    @Override
    public List<Table> tables() {
        return RegisterTables.ALL;
    }

    @Override
    public void apply(Fact fact, Rows rows) {
        switch (fact.event()) {
            case AgreementEvent event -> {
                AgreementRows.of(event, rows);
                version(fact, rows);
            }
            case TargetEvent event -> {
                TargetRows.of(event, rows);
                version(fact, rows);
            }
            case ReadingEvent event -> {
                // What was measured is no part of what was agreed: progress answers that.
            }
            case AreaEvent event -> {
                // The register names places by their codes; what is known of them is reference data.
            }
            case IndicatorEvent event -> {
                // A target carries the unit and polarity of the definition it is bound to.
            }
        }
    }

    private static void version(Fact fact, Rows rows) {
        long version = fact.sequence() + 1;
        if (fact.sequence() == 0) {
            rows.add(RegisterTables.STREAM_VERSION, fact.stream(), version);
        } else {
            rows.put(RegisterTables.STREAM_VERSION, fact.stream(), version);
        }
    }
}
