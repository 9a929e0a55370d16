package org.maaledger.log.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between a program and PostgreSQL and falls silent, as a network does that drops packets without a word: nothing passes any more
 * and no connection ends. Connections from before never pass anything again, though nobody is told; new ones do after {@link #speak}.
 */
public final class SilentProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Line line = new Line();

    /** All connections between two silences. */
    private static final class Line {
        private volatile boolean silent;
        private volatile boolean held;
        private volatile String words = "";
    }

    /** Forwards to {@code target} on the loopback interface. */
    public SilentProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing passes, in neither direction. */
    public void fallSilent() {
        line.silent = true;
    }

    /** The same, from the moment when a program sends {@code words}, which do not arrive. */
    public void fallSilentAt(String words) {
        line.words = words;
    }

    /** Connections that are made from now on pass everything. */
    public void speak() {
        line = new Line();
    }

    /** Whether a program has sent something since the silence that did not pass. */
    public boolean held() {
        return line.held;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                open.add(client);
                Line mine = line;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(server);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, server, mine, true));
                Thread.ofVirtual().start(() -> pass(server, client, mine, false));
            }
        } catch (IOException e) {
            // The proxy was closed.
        }
    }

    private void pass(Socket from, Socket to, Line mine, boolean asking) {
        try (from;
                to) {
            byte[] bytes = new byte[1 << 16];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (asking && !mine.words.isEmpty() && text(bytes, read).contains(mine.words)) {
                    mine.silent = true;
                }
                if (mine.silent) {
                    if (asking) {
                        mine.held = true;
                    }
                    closing.await();
                    return;
                }
                out.write(bytes, 0, read);
            }
            if (mine.silent) {
                closing.await();
            }
        } catch (IOException e) {
            // One of the two ends is gone, and try closed the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
