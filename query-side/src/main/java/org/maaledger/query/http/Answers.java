package org.maaledger.query.http;

import org.maaledger.query.moment.Answer;
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
}
