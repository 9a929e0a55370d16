package org.maaledger.query.http;

import org.maaledger.kernel.provenance.Office;

/** The office in which the caller acts may not do this. */
public final class NotAllowed extends RuntimeException {

    /** Only {@code needed} may. */
    public NotAllowed(Office needed) {
        super("only the office '%s' may do this".formatted(needed));
    }
}
