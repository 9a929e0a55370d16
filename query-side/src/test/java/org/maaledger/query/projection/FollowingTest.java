package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Aim: what the tables hold is not read again. Method: where in the log the processors of a first start begin. */
class FollowingTest {

    @Test
    void projections_that_were_filled_at_the_first_start_follow_the_log_from_there() throws Exception {
        try (QueryLedger ledger = QueryLedger.unprepared()) {
            ledger.tell(Story.of(6, 300));
            DataSourceTransactionManager transactions = Altered.transactions(ledger);
            Projections projections = new Projections(
                    ledger.projections().all(),
                    new LedgerFacts(ledger.database().reader()),
                    ledger.database().app(),
                    transactions);
            projections.prepare();
            EventStore events = ledger.part(EventStore.class);
            BlockingQueue<TrackingToken> opened = new LinkedBlockingQueue<>();
            LiveProcessing live = new LiveProcessing(
                    projections,
                    from -> {
                        opened.add(from);
                        return events.openStream(from);
                    },
                    new InMemoryTokenStore(),
                    new SpringTransactionManager(transactions));

            live.start();
            try {
                for (Projector projection : projections.all()) {
                    TrackingToken from = opened.poll(30, TimeUnit.SECONDS);
                    assertThat(from).as(projection.name()).isNotNull();
                    assertThat(from.position()).hasValue(300);
                }
            } finally {
                live.stop();
            }
        }
    }
}
