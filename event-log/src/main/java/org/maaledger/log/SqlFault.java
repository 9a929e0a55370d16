package org.maaledger.log;

import java.sql.SQLException;

/** What kind of fault an SQLSTATE stands for (PostgreSQL documentation, appendix A). */
enum SqlFault {
    /** The data of some append in the batch are refused; the others are innocent. */
    DATA,
    /** It will be the same the next time: rights, missing tables, a full disk. */
    LASTING,
    /** It may be gone at the next attempt: a lost connection, a lock not yet free, a server that restarts. */
    PASSING;

    static SqlFault of(SQLException fault) {
        String state = fault.getSQLState();
        if (state == null || state.length() < 2) {
            return PASSING;
        }
        return switch (state.substring(0, 2)) {
            case "22", "23", "54" -> DATA;
            case "42", "3D", "3F", "28", "53" -> state.equals("53300") ? PASSING : LASTING;
            default -> PASSING;
        };
    }
}
