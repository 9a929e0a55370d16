package org.maaledger.query.architecture.canary;

/** A row that can be changed after it was read. */
public final class ChangeableRow {

    private int changes;

    public int change() {
        return ++changes;
    }
}
