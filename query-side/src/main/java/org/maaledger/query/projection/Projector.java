package org.maaledger.query.projection;

import java.util.List;
import java.util.Set;
import org.maaledger.kernel.LedgerEvent;

/**
 * Turns events into rows, to answer one kind of question.
 *
 * <p>It sees one event at a time and nothing else: no row that is already there, no clock, no other projection. So a batch can be
 * written set by set, an event given twice changes nothing, and a rebuilt table equals the live one row for row.
 */
public interface Projector {

    /** Its name for good: the processing group, the stem of its schemas, the file of its tables. */
    String name();

    /** Raised whenever the tables or the meaning of a row change: the next start then rebuilds it before it answers. */
    int revision();

    /** The families of events that it makes rows of; a rebuild passes over all others without reading what they say. */
    Set<Class<? extends LedgerEvent>> families();

    /** Its tables, in the order in which they are filled. */
    List<Table> tables();

    /** Adds the rows that {@code fact} makes. A fact that makes none is named in the switch with the reason. */
    void apply(Fact fact, Rows rows);
}
