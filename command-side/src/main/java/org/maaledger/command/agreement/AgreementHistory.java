package org.maaledger.command.agreement;

import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.agreement.AgreementEvent;

/** How the events of an agreement become its state. */
public final class AgreementHistory {

    /** From nothing on. */
    public static final Fold<Agreement> FOLD =
            Fold.of("agreement", new Agreement.Undrafted(), AgreementEvent.class, Agreement::evolve);

    private AgreementHistory() {}
}
