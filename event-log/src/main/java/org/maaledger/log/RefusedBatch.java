package org.maaledger.log;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What the database last answered that it cannot write, as with a full disk; empty while there is nothing of the kind. A database that
 * has no room, or gives no right, shows it only to whoever writes, so this is what a look writes and takes back (decision 0058).
 */
final class RefusedBatch {

    private List<PendingAppend> appends = List.of();

    boolean isEmpty() {
        return appends.isEmpty();
    }

    void keep(List<PendingAppend> batch) {
        appends = List.copyOf(batch);
    }

    void forget() {
        appends = List.of();
    }

    /**
     * Does everything that a batch does but commit, and forgets what was refused if the database takes it now. It is rolled back, so
     * {@code session} learns nothing of it.
     */
    void tryAgain(LogSession session, LogClock clock) throws SQLException, LogClock.Jumped {
        LogState state = session.lock(appends);
        Instant recordedAt = clock.next(state.clock(), state.lastRecordedAt());
        List<Admission.Admitted> admitted = Admission.of(appends, state).admitted();
        if (!admitted.isEmpty()) {
            new LogInsert(admitted, recordedAt).execute(session.connection());
        }
        session.connection().rollback();
        forget();
    }
}
