package org.maaledger.command.importing;

/** Hears what an import finds, while it runs, on the thread that runs it. */
public interface ImportListener {

    /** A fault was found. */
    void fault(Fault fault);

    /** So many rows were read, and of their readings so many are in the ledger by now. */
    void progress(long rows, long settled);
}
