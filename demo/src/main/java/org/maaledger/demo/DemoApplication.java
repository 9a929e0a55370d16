package org.maaledger.demo;

import org.maaledger.app.cli.LedgerCommandLine;

/** The program with a sign-in for trials and demonstration data: never for a real ledger. */
public final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] words) {
        System.exit(LedgerCommandLine.execute(words, new DemoCommand(), new TokenCommand()));
    }
}
