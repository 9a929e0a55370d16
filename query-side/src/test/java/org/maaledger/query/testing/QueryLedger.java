package org.maaledger.query.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.log.AppendContext;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.NewEvent;
import org.maaledger.log.Recorded;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.query.config.QueryConfig;
import org.maaledger.query.http.KnownParameters;
import org.maaledger.query.http.ReadParameters;
import org.maaledger.query.projection.Projections;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** A ledger of its own with the whole read side running on it. */
public final class QueryLedger implements AutoCloseable {

    private static final int EVENTS_AT_A_TIME = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LedgerDatabase database;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final Map<String, Long> sequences = new HashMap<>();

    private QueryLedger(LedgerDatabase database, boolean projecting) {
        this.database = database;
        this.pool = pool(database);
        this.context = node(pool, projecting);
    }

    /** An empty one. */
    public static QueryLedger create() {
        return new QueryLedger(LedgerDatabase.create(), true);
    }

    /** One in {@code database}, which is empty and closed with it. */
    public static QueryLedger in(LedgerDatabase database) {
        return new QueryLedger(database, true);
    }

    /** One whose only node answers questions, and on which no projection was ever prepared. */
    public static QueryLedger unprepared() {
        return new QueryLedger(LedgerDatabase.create(), false);
    }

    private static HikariDataSource pool(LedgerDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.fresh());
        pool.setMaximumPoolSize(24);
        pool.setMinimumIdle(0);
        return pool;
    }

    private AnnotationConfigApplicationContext node(DataSource source, boolean projecting) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        node.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("role", Map.of("maal.project", projecting)));
        node.registerBean(DataSource.class, () -> source);
        node.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        node.registerBean(InstantSource.class, InstantSource::system);
        node.registerBean(LedgerReader.class, () -> new LedgerReader(source, database.serializer()));
        node.registerBean(
                EventStore.class,
                () -> EmbeddedEventStore.builder()
                        .storageEngine(new LedgerEventStorageEngine(
                                database.appender(), new LedgerReader(source, database.serializer()), null))
                        .fetchDelay(20)
                        .build());
        node.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        node.register(QueryConfig.class);
        node.refresh();
        return node;
    }

    /** Another node on the same ledger; closing it is up to the caller. */
    public AnnotationConfigApplicationContext secondNode() {
        return node(pool(database), true);
    }

    /** A part of the read side. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of this node. */
    public AnnotationConfigApplicationContext parts() {
        return context;
    }

    /** The projections of this node. */
    public Projections projections() {
        return part(Projections.class);
    }

    /** The read side over HTTP, without a network, as {@code actor}. */
    public MockMvc http(Actor actor) {
        return MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(RestController.class)
                        .values()
                        .toArray())
                .setControllerAdvice(context.getBeansWithAnnotation(RestControllerAdvice.class)
                        .values()
                        .toArray())
                .setCustomArgumentResolvers(new ReadParameters(), new ActsAs(actor))
                .addInterceptors(new KnownParameters())
                .build();
    }

    /** Stands in for the resolver of the program, which takes the actor from the token. */
    private record ActsAs(Actor actor) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            return actor;
        }
    }

    /** The log underneath. */
    public LedgerDatabase database() {
        return database;
    }

    /** SQL as the application user. */
    public JdbcClient sql() {
        return JdbcClient.create(database.app());
    }

    /** Records {@code events} as done by {@code actor} on {@code actedOn}; returns the position of the last. */
    public long record(Actor actor, LocalDate actedOn, LedgerEvent... events) {
        return record(
                actor,
                Arrays.stream(events)
                        .map(event -> new Story.Deed(event, actedOn))
                        .toList(),
                new AppendContext());
    }

    /** Records {@code deeds} as done by {@code actor}, together with what {@code context} says. */
    public synchronized long record(Actor actor, List<Story.Deed> deeds, AppendContext context) {
        List<NewEvent> events = new ArrayList<>();
        for (Story.Deed deed : deeds) {
            long sequence = sequences.merge(deed.event().stream(), 1L, Long::sum) - 1;
            events.add(new NewEvent(
                    UUID.randomUUID(), deed.event(), sequence, actor, deed.on(), "someCommand", "story", null));
        }
        List<Recorded> recorded = database.appender().append(events, context);
        return recorded.getLast().position();
    }

    /** Records a whole story, some events at a time. */
    public void tell(List<Story.Deed> story) {
        for (int i = 0; i < story.size(); i += EVENTS_AT_A_TIME) {
            record(Things.OFFICER, story.subList(i, Math.min(story.size(), i + EVENTS_AT_A_TIME)), new AppendContext());
        }
    }

    /** Waits until every projection holds the newest event. */
    public void await() {
        long head = database.reader().head();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (projections().states().stream().anyMatch(state -> state.position() < head)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("the projections did not reach " + head + ": "
                        + projections().states());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
        pool.close();
        database.close();
    }
}
