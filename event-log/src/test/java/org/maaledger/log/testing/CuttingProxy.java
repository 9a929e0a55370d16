package org.maaledger.log.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Stands between an appender and PostgreSQL and cuts the connection when a COMMIT passes, so that the appender gets no answer.
 *
 * <p>It reads the frontend's messages (PostgreSQL documentation, chapter 54.7) as far as it must to see a COMMIT: a simple query, or
 * a prepared statement that was parsed from that word.
 */
public final class CuttingProxy implements AutoCloseable {

    /** What happens to a connection on which a COMMIT passes. */
    public enum Fate {
        /** Nothing. */
        PASS,
        /** It is cut, and the COMMIT never arrives. */
        CUT_BEFORE,
        /** The COMMIT arrives, the answer does not. */
        CUT_AFTER,
        /** The appender is cut off at once, and the COMMIT arrives half a second later: the worst case. */
        CUT_AND_DELAY
    }

    private static final long DELAY_MILLIS = 500;

    private final ServerSocket listener;
    private final int target;
    private final IntFunction<Fate> fates;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean closed;

    /** Forwards to {@code target} on the loopback interface; {@code fates} says what happens to each COMMIT, counted from 1. */
    public CuttingProxy(int target, IntFunction<Fate> fates) throws IOException {
        this.target = target;
        this.fates = fates;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections it cut. */
    public int cuts() {
        return cuts.get();
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                if (closed) {
                    // A connection that came between the order to close and its doing.
                    client.close();
                    return;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> backward(server, client));
                Thread.ofVirtual().start(() -> forward(client, server));
            }
        } catch (IOException e) {
            // The proxy was closed.
        }
    }

    private static void backward(Socket server, Socket client) {
        try (client) {
            InputStream in = server.getInputStream();
            in.transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One of the two ends is gone, and try closed the other.
        }
    }

    private void forward(Socket client, Socket server) {
        Set<String> committing = new HashSet<>();
        try (server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            startup(in, out);
            while (true) {
                byte type = in.readByte();
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                Fate fate = commits(type, body, committing) ? fates.apply(commits.incrementAndGet()) : Fate.PASS;
                if (fate != Fate.PASS) {
                    cuts.incrementAndGet();
                    client.close();
                }
                if (fate == Fate.CUT_BEFORE) {
                    return;
                }
                if (fate == Fate.CUT_AND_DELAY) {
                    Thread.sleep(DELAY_MILLIS);
                }
                out.write(message(type, body));
                if (fate != Fate.PASS) {
                    // What makes the server act on the message: Execute and Sync.
                    out.write(message((byte) 'E', new byte[] {0, 0, 0, 0, 0}));
                    out.write(message((byte) 'S', new byte[0]));
                    out.flush();
                    server.getInputStream().skipNBytes(1);
                    return;
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException | InterruptedException e) {
            // One of the two ends is gone, and try closed the other.
        }
    }

    private static void startup(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readInt();
        out.write(ByteBuffer.allocate(length)
                .putInt(length)
                .put(in.readNBytes(length - 4))
                .array());
        out.flush();
    }

    private static boolean commits(byte type, byte[] body, Set<String> committing) {
        String[] texts = new String(body, StandardCharsets.UTF_8).split("\0", 3);
        return switch (type) {
            case 'Q' -> texts[0].equals("COMMIT");
            case 'P' -> {
                if (texts[1].equals("COMMIT")) {
                    committing.add(texts[0]);
                }
                yield false;
            }
            case 'B' -> committing.contains(texts[1]);
            default -> false;
        };
    }

    private static byte[] message(byte type, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put(type)
                .putInt(4 + body.length)
                .put(body)
                .array();
    }
}
