package org.maaledger.app.postgres;

/** A database that is up. Closing it ends what this program started of it, and nothing else. */
public interface Database extends AutoCloseable {

    DatabaseAccess access();

    /** In one line, for whoever started the program: where the ledger lies. */
    String description();

    @Override
    void close();
}
