package org.maaledger.log;

import java.sql.SQLException;

/** The database of the log did not answer a question; nothing was changed, and asking again may succeed. */
public final class LogUnreadable extends RuntimeException {

    LogUnreadable(SQLException cause) {
        super("the database of the log did not answer: " + cause.getMessage(), cause);
    }
}
