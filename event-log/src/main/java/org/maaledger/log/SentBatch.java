package org.maaledger.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was sent to be committed, and to which server.
 *
 * @param server its identifier and timeline
 */
record SentBatch(Admission admission, Instant recordedAt, String server) {

    /** Answers everybody: it is durable. */
    void succeed(AppendObserver observer, long begun) {
        admission.admitted().forEach(one -> one.append().answer().complete(one.recorded(recordedAt)));
        admission.losers().forEach(one -> one.append().fail(one.reason()));
        admission.tell(observer, begun);
    }

    /** Answers everybody: whether it is durable cannot be found out. */
    void unknown(String reason, Throwable cause) {
        admission.admitted().forEach(one -> one.append().fail(new OutcomeUnknown(reason, cause)));
        admission.losers().forEach(one -> one.append().fail(one.reason()));
    }

    /** Where each event must lie if it is durable. */
    Map<UUID, Long> positions() {
        Map<UUID, Long> positions = new HashMap<>();
        for (Admission.Admitted one : admission.admitted()) {
            long position = one.first();
            for (EnvelopeWriter.Rendered rendered : one.append().events()) {
                positions.put(rendered.event().eventId(), position++);
            }
        }
        return positions;
    }
}
