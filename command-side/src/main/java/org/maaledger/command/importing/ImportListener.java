package org.maaledger.command.importing;

/** Hears what an import finds, while it runs, on the thread that runs it. */
public interface ImportListener {

    /** A fault was found. */
    void fault(Fault fault);

    /** So many rows were checked. */
    void checked(long rows);

    /** Of so many readings that are to be taken, so many are in the ledger by now. */
    void recorded(long readings, long of);
}
