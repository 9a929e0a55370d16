package org.maaledger.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;

/**
 * Everything that can happen in the ledger.
 *
 * <p>The families are sealed, and so is this root: whoever reads events switches over them without a default, and a new kind of
 * event does not compile until each reader has decided what it means.
 */
public sealed interface LedgerEvent permits AgreementEvent, TargetEvent, ReadingEvent, AreaEvent, IndicatorEvent {

    /** The stream the event belongs to: the id of its aggregate, unique over all kinds of aggregate. */
    @JsonIgnore
    String stream();
}
