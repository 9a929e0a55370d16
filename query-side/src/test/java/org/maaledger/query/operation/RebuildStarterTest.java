package org.maaledger.query.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.query.projection.Projections;
import org.maaledger.query.projection.RebuildReport;
import org.maaledger.query.testing.QueryLedger;

/** Aim: a rebuild ends as it ends, whatever those do who are told. Method: a rebuild, and a listener that throws. */
class RebuildStarterTest {

    @Test
    void tells_one_ending_though_the_listener_throws() {
        try (QueryLedger ledger = QueryLedger.create()) {
            Projections projections = ledger.projections();
            List<Object> told = new ArrayList<>();
            RebuildStarter starter = new RebuildStarter(projections, ending -> {
                told.add(ending);
                throw new IllegalStateException("as a faulty listener does");
            });
            starter.run("register", projections.begin("register"));
            assertThat(told).singleElement().isInstanceOf(RebuildReport.class);
        }
    }
}
