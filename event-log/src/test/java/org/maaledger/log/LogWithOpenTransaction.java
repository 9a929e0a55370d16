package org.maaledger.log;

import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A log to which one writer has written without having committed, while others go on. */
interface LogWithOpenTransaction extends AutoCloseable {

    /** One writer appends an event, dated {@code time} by its own clock, and does not commit. */
    void appendAndHold(Instant time) throws SQLException;

    /** Other writers append {@code count} events and commit, as soon as the log lets them. */
    void append(int count, Instant time) throws SQLException;

    /** The first writer commits, and so do all others who waited for it. */
    void commitHeld() throws SQLException;

    /** What event processors read from. */
    EventStorageEngine reader();

    @Override
    void close() throws SQLException;
}
