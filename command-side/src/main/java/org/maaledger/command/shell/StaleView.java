package org.maaledger.command.shell;

import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.RefusalKind;

/** The command was given on an older view than the present one. */
public record StaleView(String stream, long seen, long current) implements Refusal {

    @Override
    public Grounds grounds() {
        return new Grounds(
                RefusalKind.STALE,
                "stale-view",
                "The request was made on version %d; the current version is %d.".formatted(seen, current),
                "Read it again, decide whether the request still holds, and send it with If-Match: \"%d\"."
                        .formatted(current),
                "RFC 9110, section 13.1.1",
                null);
    }
}
