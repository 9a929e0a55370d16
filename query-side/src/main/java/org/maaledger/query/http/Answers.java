package org.maaledger.query.http;

import java.nio.charset.StandardCharsets;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Written;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How answers are headed. */
public final class Answers {

    /** The position that an answer holds for. */
    public static final String LEDGER_POSITION = "Ledger-Position";

    private Answers() {}

    /** An answer about several things. */
    public static <T> ResponseEntity<Answer<T>> of(Answer<T> answer) {
        return ResponseEntity.ok()
                .header(LEDGER_POSITION, Long.toString(answer.position()))
                .body(answer);
    }

    /** An answer about one aggregate, whose version is the ETag that a change of it must name. */
    public static <T> ResponseEntity<Answer<T>> of(Answer<T> answer, long version) {
        return ResponseEntity.ok()
                .header(LEDGER_POSITION, Long.toString(answer.position()))
                .eTag("\"" + version + "\"")
                .body(answer);
    }

    /** An answer that is written already; the type is that of what is written, which describes it. */
    @SuppressWarnings("unchecked")
    public static <T> ResponseEntity<Answer<T>> of(Written written) {
        ResponseEntity.BodyBuilder head = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(LEDGER_POSITION, Long.toString(written.position()));
        if (written.version() != null) {
            head.eTag("\"" + written.version() + "\"");
        }
        return (ResponseEntity<Answer<T>>) (ResponseEntity<?>) head.body(body(written));
    }

    /** The members of the content beside those of the answer. */
    private static byte[] body(Written written) {
        return written.beside("\"position\":%d,\"validOn\":\"%s\",\"incomplete\":%b,"
                .formatted(written.position(), written.validOn(), written.incomplete())
                .getBytes(StandardCharsets.US_ASCII));
    }
}
