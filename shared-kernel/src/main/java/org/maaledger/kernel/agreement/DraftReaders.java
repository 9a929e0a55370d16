package org.maaledger.kernel.agreement;

import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * Who may see an agreement, and everything in it, before it is signed; from then on everybody with a token may. The side that writes
 * and the side that reads hold to this one rule, or one would answer 403 where the other answers 404.
 *
 * <p>Source: our decision, from the duty to co-operate (2007 Act s.105) and the practice that all parties and the Government Office
 * see the whole agreement.
 */
public final class DraftReaders {

    private DraftReaders() {}

    /** Whether {@code actor} sees a draft of {@code governmentOffice}; {@code party} says whether the actor's body is a party of it. */
    public static boolean include(Actor actor, BodyId governmentOffice, boolean party) {
        return party || oversee(actor.office()) || isNegotiator(actor, governmentOffice);
    }

    /** Whether {@code office} sees every draft: who signs, who inspects and who runs the ledger. */
    public static boolean oversee(Office office) {
        return switch (office) {
            case MINISTER, INSPECTOR, OPERATOR -> true;
            case AUTHORITY_OFFICER, PARTNER, GOVERNMENT_OFFICE, DATA_PROVIDER, ANALYST -> false;
        };
    }

    /** Whether {@code office} sees the drafts that its body negotiates: only those who negotiate do, not all of the body's people. */
    public static boolean negotiate(Office office) {
        return switch (office) {
            case GOVERNMENT_OFFICE -> true;
            case AUTHORITY_OFFICER, PARTNER, MINISTER, INSPECTOR, DATA_PROVIDER, ANALYST, OPERATOR -> false;
        };
    }

    private static boolean isNegotiator(Actor actor, BodyId governmentOffice) {
        return negotiate(actor.office()) && actor.body().equals(governmentOffice);
    }
}
