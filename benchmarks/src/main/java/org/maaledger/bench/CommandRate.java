package org.maaledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.maaledger.log.LogSchema;

/**
 * How many commands a second go through the command bus and are durable? RecordReading, with its rules and the serializer of the
 * program, one event each, on 1,000 series; fsync on; the load comes from threads of the same process.
 *
 * <p>Usage: {@code CommandRate [seconds for each number in flight [numbers in flight ...]]}.
 */
public final class CommandRate {

    private static final int SERIES = 1_000;
    private static final List<Integer> IN_FLIGHT = List.of(1, 8, 64, 256);
    /** Until the code that runs most often is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private CommandRate() {}

    /** Runs all cases and prints them as a table. */
    public static void main(String[] args) throws Exception {
        Duration each = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 10);
        List<Integer> inFlight = args.length > 1
                ? java.util.Arrays.stream(args).skip(1).map(Integer::valueOf).toList()
                : IN_FLIGHT;
        PrintStream out = System.out;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            users(server.getPostgresDatabase());
            LogSchema.migrate(server.getDatabase("maal_owner", "postgres"), "maal_app");
            DataSource fresh = server.getDatabase("maal_app", "postgres");
            try (HikariDataSource pool = pool(fresh);
                    CommandNode node = new CommandNode(pool, fresh)) {
                ReadingLoad load = new ReadingLoad(node.dispatch(), SERIES);
                load.prepare();
                run(load, 64, WARM_UP);
                out.println("| in flight | commands/s | p50 ms | p99 ms | max ms |");
                out.println("|---|---|---|---|---|");
                for (int clients : inFlight) {
                    Histogram micros = run(load, clients, each);
                    out.println("| %d | %.0f | %.2f | %.2f | %.1f |"
                            .formatted(
                                    clients,
                                    micros.getTotalCount() / (double) each.toSeconds(),
                                    micros.getValueAtPercentile(50) / 1e3,
                                    micros.getValueAtPercentile(99) / 1e3,
                                    micros.getMaxValue() / 1e3));
                }
            }
        }
    }

    /** Latencies in microseconds of all commands that were done in {@code time}. */
    private static Histogram run(ReadingLoad load, int clients, Duration time) {
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(CompletableFuture.runAsync(() -> ask(load, micros, end), threads));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        }
        return micros;
    }

    private static void ask(ReadingLoad load, ConcurrentHistogram micros, long end) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long start = System.nanoTime();
        while (start < end) {
            load.record(random.nextInt(load.series()));
            long done = System.nanoTime();
            if (done < end) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(done - start));
            }
            start = done;
        }
    }

    private static void users(DataSource superuser) throws Exception {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE maal_owner LOGIN; CREATE ROLE maal_app LOGIN;"
                    + " GRANT CREATE ON DATABASE postgres TO maal_owner, maal_app");
        }
    }

    private static HikariDataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }
}
