package org.maaledger.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no client library would send it. */
final class RawRequest {

    private RawRequest() {}

    /** What the server answers to {@code request}, after which nothing more is sent. */
    static String send(String request) throws IOException {
        URI address = URI.create(TestLedger.running().address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** A signed-in request for {@code line}, with more headers, each with its line end. */
    static String signedIn(String line, String headers, String body) {
        return "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n%s\r\n%s"
                .formatted(line, TestLedger.SIGN_IN.token(), headers, body);
    }
}
