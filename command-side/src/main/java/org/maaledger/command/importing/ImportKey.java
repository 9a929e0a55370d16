package org.maaledger.command.importing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.log.Idempotency;

/** The Idempotency-Key of a request for an import. It stands for the request as soon as something is recorded of it, and not before. */
final class ImportKey {

    private final Idempotency keys;
    private final String client;
    private final String key;
    private final String request;

    /** @param said what tells the import from others */
    ImportKey(Idempotency keys, String key, Actor actor, String... said) {
        this.keys = keys;
        this.client = actor.id().toString();
        this.key = key;
        String all =
                String.join("\n", client, actor.body().value(), actor.office().name(), String.join("\n", said));
        byte[] hash = Uploads.digest().digest(all.getBytes(StandardCharsets.UTF_8));
        this.request = HexFormat.of().formatHex(hash);
    }

    /**
     * Looks whether the key is free, or stands for this import; it may be claimed for another before it is claimed for this one.
     *
     * @throws RequestRefused if it stands for another request
     */
    void requireOwn() {
        keys.find(client, key).ifPresent(first -> {
            if (!first.requestHash().equals(request)) {
                throw RequestRefused.keyReused();
            }
        });
    }

    /**
     * Lets the key stand for this import, whatever becomes of it.
     *
     * @throws RequestRefused if it stands for another request
     */
    void claim() {
        if (!keys.claim(client, key, request)) {
            throw RequestRefused.keyReused();
        }
    }
}
