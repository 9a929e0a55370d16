package org.maaledger.app.wiring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no client library would send it. */
final class RawRequest {

    /** For an answer on a busy machine; every address answers sooner than that, or not at all. */
    private static final int MILLISECONDS_MAX = 60_000;

    private RawRequest() {}

    /** What the server answers to {@code request}, after which nothing more is sent; nothing if it only hangs up. */
    static String send(String request) throws IOException {
        URI address = URI.create(TestLedger.running().address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(MILLISECONDS_MAX);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException refusedHalfRead) {
                return answered(socket);
            }
            return answered(socket);
        }
    }

    /** All that comes: a server that refuses a request before it has read it whole answers, and then resets the connection. */
    private static String answered(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** A signed-in request for {@code line}, with more headers, each with its line end. */
    static String signedIn(String line, String headers, String body) {
        return "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n%s\r\n%s"
                .formatted(line, TestLedger.SIGN_IN.token(), headers, body);
    }
}
