package org.maaledger.command.importing;

import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.provenance.Office;

/** The office does not import. */
record ImportNotYours(Office office) implements Refusal {

    @Override
    public Grounds grounds() {
        return Grounds.forbidden(
                "import-not-yours",
                "The office %s does not import files.".formatted(office),
                "Readings are imported by a data provider, reference data by a data provider or an operator.",
                "decision record 0018");
    }
}
