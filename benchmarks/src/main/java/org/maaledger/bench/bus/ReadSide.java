package org.maaledger.bench.bus;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.maaledger.bench.peer.Engine;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerReader;
import org.maaledger.query.config.QueryConfig;
import org.maaledger.query.projection.ProjectionState;
import org.maaledger.query.projection.Projections;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** All projections on the node that takes the commands, as the program runs them. */
final class ReadSide implements AutoCloseable {

    private static final Duration CATCHING_UP_MAX = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private ReadSide() {}

    /** Builds every projection from the log, and follows it. */
    static ReadSide on(Engine ours) {
        ReadSide side = new ReadSide();
        DataSource source = ours.pool();
        side.context.registerBean(DataSource.class, () -> source);
        side.context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        side.context.registerBean(InstantSource.class, InstantSource::system);
        side.context.registerBean(LedgerReader.class, () -> new LedgerReader(source, new EventSerializer()));
        side.context.registerBean(EventStore.class, ours::events);
        side.context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        side.context.register(QueryConfig.class);
        side.context.refresh();
        return side;
    }

    /** Follows the log again, and waits until nothing is left to follow. */
    void resume() throws InterruptedException {
        context.start();
        long end = System.nanoTime() + CATCHING_UP_MAX.toNanos();
        while (behind() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the projections are %d events behind after %s".formatted(behind(), CATCHING_UP_MAX));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    void pause() {
        context.stop();
    }

    /** Events that the slowest projection has not seen. */
    long behind() {
        return context.getBean(Projections.class).states().stream()
                .mapToLong(ProjectionState::lag)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        context.close();
    }
}
