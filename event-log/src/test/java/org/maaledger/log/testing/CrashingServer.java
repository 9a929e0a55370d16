package org.maaledger.log.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A durable PostgreSQL of a test's own that can be killed and started again on its folder and its port. Nothing in it writes to its
 * journal by itself, so that a test knows what a crash takes: see {@link #writeJournalOnlyForThoseWhoWait()}.
 */
public final class CrashingServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;
    /** The process of the server that writes its journal, while it is halted; 0 while it is not. */
    private long halted;

    private CrashingServer(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.running = start(port);
    }

    /** A new one in {@code folder}, which is empty. */
    public static CrashingServer in(Path folder) throws IOException {
        return new CrashingServer(folder);
    }

    private EmbeddedPostgres start(int listening) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("cluster"))
                .setCleanDataDirectory(false)
                .setPort(listening)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("wal_writer_delay", "10s")
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("bgwriter_lru_maxpages", "0")
                .setServerConfig("autovacuum", "off")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The port on the loopback interface, the same for as long as this lives. */
    public int port() {
        return port;
    }

    /**
     * From now until the crash, what is committed without waiting stays in the server's memory until somebody commits who waits: the
     * process that would write it after a while is halted.
     */
    public void writeJournalOnlyForThoseWhoWait() throws SQLException, IOException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet writer =
                        statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'")) {
            writer.next();
            halted = writer.getLong(1);
            signal("STOP", halted);
        }
    }

    private static void signal(String name, long pid) throws IOException {
        Process sending = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                .inheritIO()
                .start();
        try {
            if (sending.waitFor() != 0) {
                throw new IllegalStateException("process %d took no SIG%s".formatted(pid, name));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Kills every process of the server, none of which can write another byte. */
    public void crash() throws Exception {
        Path file = folder.resolve("cluster/postmaster.pid");
        ProcessHandle first = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
        // Halted, so that it begins no process that is not among those killed.
        signal("STOP", first.pid());
        List<ProcessHandle> others = first.descendants().toList();
        first.destroyForcibly();
        others.forEach(ProcessHandle::destroyForcibly);
        first.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (ProcessHandle other : others) {
            other.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        halted = 0;
        Files.delete(file);
        // Logs that there is no server to stop, and lets go of the folder.
        running.close();
    }

    /** After a crash: lets {@code asker} look at what it left, through a port that nobody else knows. */
    public void lookAside(IntConsumer asker) throws IOException {
        int other;
        do {
            other = freePort();
        } while (other == port);
        running = start(other);
        try {
            asker.accept(other);
        } finally {
            running.close();
        }
    }

    /** After a crash: serves again. */
    public void restart() throws IOException {
        running = start(port);
    }

    @Override
    public void close() throws IOException {
        if (halted != 0) {
            // A test that failed before its crash: a server does not stop while a process of it is halted.
            signal("CONT", halted);
        }
        running.close();
    }
}
