package org.maaledger.log.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerReader;
import org.postgresql.ds.PGSimpleDataSource;

/** Another node: a process of its own that appends to the same log, and prints what it was told before it goes on. */
public final class WriterProcess implements AutoCloseable {

    private static final String HOLDER = """
            SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND a.state LIKE 'idle in transaction%'
                AND a.datname = current_database()""";

    private static final int THREADS = 8;

    /** The seed of the first thread of the next node: no two make the same events. */
    private static final AtomicInteger NODES = new AtomicInteger(1000);

    private final Process process;
    private final Thread reading;
    private final Map<UUID, Long> told = new ConcurrentHashMap<>();

    private WriterProcess(Process process) {
        this.process = process;
        this.reading = Thread.ofPlatform().start(this::read);
    }

    /** Starts a node that makes {@code appends} appends to {@code ledger} in each of 8 threads, with events of its own. */
    public static WriterProcess start(LedgerDatabase ledger, int appends, Duration idleInTransaction)
            throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        Integer.toString(ledger.port()),
                        ledger.name(),
                        Integer.toString(appends),
                        Long.toString(idleInTransaction.toMillis()),
                        Integer.toString(NODES.getAndAdd(THREADS)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new WriterProcess(process);
    }

    /** What it was told so far: where each of its events stands. */
    public Map<UUID, Long> told() {
        return Map.copyOf(told);
    }

    /** Of how many events it was told so far. */
    public int toldCount() {
        return told.size();
    }

    /** Stops it, with SIGSTOP, at a moment when it holds the lock of the log. */
    public void stopInMidBatch(LedgerDatabase ledger) throws Exception {
        try (Connection connection = ledger.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (int attempt = 0; attempt < 500; attempt++) {
                signal("STOP");
                Thread.sleep(20);
                try (ResultSet row = statement.executeQuery(HOLDER)) {
                    row.next();
                    if (row.getInt(1) == 1) {
                        return;
                    }
                }
                signal("CONT");
                Thread.sleep(3 + attempt % 7);
            }
            throw new AssertionError("the other node was never caught with the lock");
        }
    }

    /** Lets it run again, with SIGCONT. */
    public void goOn() throws Exception {
        signal("CONT");
    }

    /** Kills it, with SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reading.join();
    }

    /** Waits until it has done its work, and says whether it ended well. */
    public boolean done() throws InterruptedException {
        boolean ended = process.waitFor(90, TimeUnit.SECONDS) && process.exitValue() == 0;
        reading.join(1000);
        return ended;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                String[] words = line.split(" ", 3);
                if (words[0].equals("told")) {
                    told.put(UUID.fromString(words[1]), Long.parseLong(words[2]));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    /** The other node. */
    public static void main(String[] args) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(args[0])});
        source.setDatabaseName(args[1]);
        source.setUser(LedgerDatabase.APP);
        source.setSslMode("disable");
        AppenderSettings settings = AppenderSettings.defaults()
                .impatient(Duration.ofMillis(Long.parseLong(args[3])), Duration.ofSeconds(60));
        EventSerializer serializer = new EventSerializer();
        PrintStream out = System.out;
        try (Appender appender = new Appender(source, serializer, settings)) {
            List<String> groups =
                    IntStream.range(0, 40).mapToObj(i -> "other-" + i).toList();
            List<Contender> contenders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Contender contender = new Contender(
                        appender,
                        new LedgerReader(source, serializer),
                        groups,
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[4]) + i);
                contenders.add(contender.telling(told -> {
                    StringBuilder lines = new StringBuilder();
                    told.forEach((event, position) -> lines.append("told ")
                            .append(event)
                            .append(' ')
                            .append(position)
                            .append('\n'));
                    synchronized (out) {
                        out.print(lines);
                        out.flush();
                    }
                }));
            }
            boolean well = Contender.run(contenders).stream()
                    .allMatch(contender -> contender.failures().isEmpty());
            System.exit(well ? 0 : 1);
        }
    }
}
