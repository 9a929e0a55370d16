package org.maaledger.query.projection;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** The tables that this program works with are not there: nobody has prepared them yet, or they are those of another program. */
public final class NotPrepared extends RuntimeException {

    /** No such table, no such schema. */
    private static final Set<String> MISSING = Set.of("42P01", "3F000");

    private NotPrepared(String message) {
        super(message);
    }

    private NotPrepared(DataAccessException cause) {
        super("no projection is prepared yet: a process with the role project does that when it starts", cause);
    }

    /** Nothing serves {@code projection}. */
    public static NotPrepared missing(String projection) {
        return new NotPrepared(
                "the projection %s is not prepared yet: a process with the role project does that when it starts"
                        .formatted(projection));
    }

    /** What serves {@code projection} was made by a program of revision {@code there}, and this one is of {@code here}. */
    public static NotPrepared ofAnother(String projection, int there, int here) {
        String remedy = there > here
                ? "a newer program has taken over, which this one never undoes: stop this one"
                : "they are rebuilt when a process of this program with the role project starts";
        return new NotPrepared("the tables of the projection %s are of revision %d, this program is of revision %d: %s"
                .formatted(projection, there, here, remedy));
    }

    /** What {@code reading} finds in the control tables, which are not there before the first preparation. */
    public static <T> T unlessThere(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataAccessException e) {
            if (missing(e)) {
                throw new NotPrepared(e);
            }
            throw e;
        }
    }

    private static boolean missing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && database.getSQLState() != null) {
                return MISSING.contains(database.getSQLState());
            }
        }
        return false;
    }
}
