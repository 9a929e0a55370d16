package org.maaledger.app.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maaledger.app.identity.TokenTrust;
import org.maaledger.app.postgres.Database;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.app.settings.LogForm;
import org.maaledger.app.settings.Role;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.watch.CommandWatchConfig;
import org.maaledger.app.watch.ProjectionWatchConfig;
import org.maaledger.command.config.CommandSideConfig;
import org.maaledger.query.config.QueryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The ledger while it runs: its database, and on it the two sides behind HTTP. It stops in the opposite order. */
public final class RunningLedger implements AutoCloseable {

    /**
     * Something that runs in the same process.
     *
     * @param configuration how it is wired
     * @param part what it is made from
     */
    public record Addition(Class<?> configuration, Object part) {}

    private static final Logger LOG = LoggerFactory.getLogger(RunningLedger.class);

    /** For requests under way, 20 s at most, and whatever ends after them. */
    private static final Duration CLOSING_MAX = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final Database database;
    private final Settings settings;
    private final ProcessEnd end;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningLedger(
            ConfigurableApplicationContext context, Database database, Settings settings, ProcessEnd end) {
        this.context = context;
        this.database = database;
        this.settings = settings;
        this.end = end;
    }

    /**
     * Starts the database and everything on it.
     *
     * @param more what runs in the same process beside the program's own
     */
    public static RunningLedger start(Settings settings, TokenTrust trust, Addition... more) {
        refuseTakenPort(settings);
        ProcessEnd end = new ProcessEnd();
        try (ProcessEnd.Starting starting = end.starting()) {
            Database database = Database.of(settings);
            try {
                end.refuseIfNear();
                ConfigurableApplicationContext context = context(settings, trust, database.access(), more);
                RunningLedger ledger = new RunningLedger(context, database, settings, end);
                starting.done(ledger::stop);
                return ledger;
            } catch (RuntimeException | Error e) {
                database.close();
                throw e;
            }
        }
    }

    /** The address that it answers at. */
    public String address() {
        String port = context.getEnvironment().getProperty("local.server.port", Integer.toString(settings.port()));
        boolean local = settings.bind().equals("127.0.0.1") || settings.bind().equals("0.0.0.0");
        return "http://%s:%s".formatted(local ? "localhost" : settings.bind(), port);
    }

    /** In one line: where the ledger lies. */
    public String database() {
        return database.description();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Waits until somebody has stopped it, database and all. */
    public void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        end.forget();
    }

    /**
     * First whoever asks is told that this process is no longer ready; then no more requests are taken and those under way are answered;
     * then the two sides end, and with them the connections: the database goes last, and it goes even if something before it hangs.
     */
    private void stop() {
        if (!stopping.compareAndSet(false, true)) {
            awaitStop();
            return;
        }
        try {
            AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
            Thread.sleep(settings.stopDelay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                closeContext();
            } finally {
                database.close();
                stopped.countDown();
            }
        }
    }

    private void closeContext() {
        Thread closing = Thread.ofPlatform().name("stopping").start(context::close);
        if (!ended(closing, CLOSING_MAX)) {
            LOG.error("Not everything has ended within {} s; the database is stopped now", CLOSING_MAX.toSeconds());
        }
    }

    /** Whether {@code closing} ends within {@code max}. Whoever is interrupted waits on: a close that is cut short loses answers. */
    static boolean ended(Thread closing, Duration max) {
        long deadline = System.nanoTime() + max.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return closing.join(Duration.ofNanos(deadline - System.nanoTime()));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ConfigurableApplicationContext context(
            Settings settings, TokenTrust trust, DatabaseAccess access, Addition... more) {
        List<Class<?>> sources = new ArrayList<>(List.of(LedgerConfig.class));
        if (settings.plays(Role.COMMAND)) {
            sources.addAll(List.of(CommandSideConfig.class, CommandWatchConfig.class));
        }
        if (settings.plays(Role.PROJECT) || settings.plays(Role.QUERY)) {
            sources.addAll(List.of(QueryConfig.class, ProjectionWatchConfig.class));
        }
        for (Addition addition : more) {
            sources.add(addition.configuration());
        }
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .properties(properties(settings))
                // The end of the process is ours: the database must outlive the context, whenever the end comes.
                .registerShutdownHook(false)
                // The sides know nothing of each other, so two of their classes may have one name.
                .beanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator())
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("settings", settings);
                    context.getBeanFactory().registerSingleton("tokenTrust", trust);
                    context.getBeanFactory().registerSingleton("databaseAccess", access);
                    for (Addition addition : more) {
                        String name = addition.part().getClass().getName();
                        context.getBeanFactory().registerSingleton(name, addition.part());
                    }
                })
                .run();
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        properties.put("maal.imports", settings.data().resolve("imports").toString());
        properties.put("maal.project", settings.plays(Role.PROJECT));
        List<String> readiness = new ArrayList<>(List.of("readinessState"));
        if (settings.plays(Role.COMMAND)) {
            readiness.add("log");
        }
        if (settings.plays(Role.PROJECT) || settings.plays(Role.QUERY)) {
            readiness.add("projections");
        }
        properties.put("management.endpoint.health.group.readiness.include", String.join(",", readiness));
        if (settings.log() == LogForm.JSON) {
            properties.put("logging.structured.format.console", "ecs");
        }
        return properties;
    }

    /** Before anything is started: whoever has two of them should read this and nothing else. */
    private static void refuseTakenPort(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port()));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d of %s cannot be had (%s): choose another with MAAL_PORT."
                            .formatted(settings.port(), settings.bind(), e.getMessage()),
                    e);
        }
    }
}
