package org.maaledger.command.shell;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Act;

/**
 * What accompanies a command on its way to its aggregate. It travels in the command's metadata under {@link #KEY}, inside one
 * process only.
 *
 * @param act who acts, and on which date
 * @param request the request that brought the command, so that a repeated one gets the first answer; absent for commands that the
 *     ledger gives itself, such as those of an import
 * @param view the version that whoever gave the command had seen, absent where any will do
 */
public record Submission(
        Act act, @Nullable Request request, @Nullable View view) {

    /** The key of the metadata that holds it. */
    public static final String KEY = "submission";

    /**
     * The identity of a request.
     *
     * @param client whose key it is: the opaque id of the actor
     * @param key the idempotency key
     * @param hash SHA-256 over method, address, actor and body, in hexadecimal
     */
    public record Request(String client, String key, String hash) {

        /** What all events have in common that the request causes; the same for the same request sent again. */
        public UUID correlation() {
            return correlation(client, key);
        }

        /** The same, of a request of which no more is known yet. */
        public static UUID correlation(String client, String key) {
            return UUID.nameUUIDFromBytes((client + "\n" + key).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A version of a stream that somebody has seen.
     *
     * @param version the number of events the stream had
     */
    public record View(String stream, long version) {}

    /** An act without a request behind it. */
    public static Submission of(Act act) {
        return new Submission(act, null, null);
    }
}
