package org.maaledger.app;

import org.maaledger.app.cli.LedgerCommandLine;

/** The program. */
public final class MaaLedger {

    private MaaLedger() {}

    public static void main(String[] words) {
        System.exit(LedgerCommandLine.execute(words));
    }
}
