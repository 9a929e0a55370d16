package org.maaledger.log;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches of appends, each batch in one transaction, and tells every caller what became of theirs and nothing else.
 *
 * <p>One transaction: take the lock of the log; see which expectations hold; give the next positions; insert; commit. A fault before
 * the commit leaves nothing behind, and the batch is tried again until patience ends. A fault at the commit is looked into: once the
 * lock is held on a new connection the old transaction is over, and the events are there or they are not.
 */
final class AppendProtocol implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private static final String UNTRUSTED = "the clock is not to be trusted: ";
    private static final String CANNOT = "the log cannot be written to: ";

    /** Another node holds the lock of the log: it is writing. */
    private static final String LOCKED = "55P03";

    private final DataSource connections;
    private final AppenderSettings settings;
    private final LogClock clock;
    private final Consumer<AppenderHealth> health;
    private final AppendObserver observer;
    private final RefusedBatch refused = new RefusedBatch();
    private @Nullable LogSession session;

    AppendProtocol(
            DataSource connections,
            AppenderSettings settings,
            LogClock clock,
            Consumer<AppenderHealth> health,
            AppendObserver observer) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.health = health;
        this.observer = observer;
    }

    /** A batch that was sent to be committed, and no answer came. */
    private static final class Ambiguous extends Exception {
        private final transient SentBatch sent;

        Ambiguous(SentBatch sent, SQLException cause) {
            super(cause);
            this.sent = sent;
        }
    }

    /** Writes {@code batch} and answers all its callers. */
    void write(List<PendingAppend> batch) {
        long begun = System.nanoTime();
        long deadline = deadline();
        while (true) {
            try {
                answer(attempt(batch), begun);
                return;
            } catch (Ambiguous e) {
                if (resolved(e, begun)) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    refuse(batch, "the connection breaks at every commit", e);
                    return;
                }
                observer.triedAgain();
            } catch (LogClock.Jumped e) {
                drop();
                refuse(batch, UNTRUSTED + e.getMessage(), e);
                return;
            } catch (SQLException e) {
                drop();
                SqlFault fault = SqlFault.of(e);
                if (fault == SqlFault.DATA) {
                    bisect(batch, e);
                    return;
                }
                if (fault == SqlFault.LASTING) {
                    refused.keep(batch);
                }
                if (fault == SqlFault.LASTING || System.nanoTime() > deadline) {
                    refuse(batch, CANNOT + e.getMessage(), e);
                    return;
                }
                observer.triedAgain();
                pause();
            }
        }
    }

    /**
     * Finds out whether a batch could be written now: everything but committing one. A connection that was cut while nobody needed it
     * says nothing about the next one.
     */
    void look() {
        boolean fresh = session == null;
        AppenderHealth seen = seen();
        health.accept(seen.writing() || fresh ? seen : seen());
    }

    private AppenderHealth seen() {
        try {
            refused.tryAgain(session(), clock);
            return AppenderHealth.GOOD;
        } catch (LogClock.Jumped e) {
            drop();
            return new AppenderHealth(false, UNTRUSTED + e.getMessage());
        } catch (SQLException e) {
            drop();
            if (SqlFault.of(e) == SqlFault.DATA) {
                // What was refused would by now be refused for its data, which says nothing about others.
                refused.forget();
            }
            boolean writing = refused.isEmpty() && (LOCKED.equals(e.getSQLState()) || SqlFault.of(e) == SqlFault.DATA);
            return writing ? AppenderHealth.GOOD : new AppenderHealth(false, CANNOT + e.getMessage());
        }
    }

    @Override
    public void close() {
        drop();
    }

    private SentBatch attempt(List<PendingAppend> batch) throws SQLException, Ambiguous {
        LogSession current = session();
        LogState state = current.lock(batch);
        Admission admission = Admission.of(batch, state);
        if (admission.admitted().isEmpty()) {
            current.connection().rollback();
            current.learn(admission);
            return new SentBatch(admission, state.clock(), current.server());
        }
        Instant recordedAt = clock.next(state.clock(), state.lastRecordedAt());
        SentBatch sent = new SentBatch(admission, recordedAt, current.server());
        new LogInsert(admission.admitted(), recordedAt).execute(current.connection());
        try {
            current.connection().commit();
        } catch (SQLException e) {
            throw new Ambiguous(sent, e);
        }
        current.learn(admission);
        return sent;
    }

    /** Finds out what became of a batch; false if nothing of it was recorded, so that it can be written again. */
    private boolean resolved(Ambiguous ambiguous, long begun) {
        SentBatch sent = ambiguous.sent;
        Map<UUID, Long> positions = sent.positions();
        long deadline = deadline();
        SQLException last;
        do {
            drop();
            try {
                LogSession fresh = session();
                Map<UUID, Long> found = new LogTransaction(fresh.connection()).lockAndFind(positions.keySet());
                if (found.equals(positions)) {
                    answer(sent, begun);
                    return true;
                }
                if (!fresh.server().equals(sent.server())) {
                    sent.unknown("the database moved to another server", ambiguous);
                    return true;
                }
                if (found.isEmpty()) {
                    return false;
                }
                throw new IllegalStateException("a batch was recorded in part: " + found + " of " + positions);
            } catch (SQLException e) {
                last = e;
                pause();
            }
        } while (System.nanoTime() < deadline);
        health.accept(new AppenderHealth(false, "the database is out of reach: " + last.getMessage()));
        sent.unknown("the database is out of reach", last);
        return true;
    }

    private void bisect(List<PendingAppend> batch, SQLException cause) {
        if (batch.size() == 1) {
            batch.getFirst().fail(new AppendRefused(cause));
            return;
        }
        int half = batch.size() / 2;
        write(batch.subList(0, half));
        write(batch.subList(half, batch.size()));
    }

    /** Answers everybody. A batch of which nothing was to be written says nothing of whether what was refused could be. */
    private void answer(SentBatch sent, long begun) {
        sent.succeed(observer, begun);
        if (refused.isEmpty() || !sent.positions().isEmpty()) {
            refused.forget();
            health.accept(AppenderHealth.GOOD);
        }
    }

    private void refuse(List<PendingAppend> batch, String reason, Exception cause) {
        health.accept(new AppenderHealth(false, reason));
        batch.forEach(append -> append.fail(new LogUnavailable(reason, cause)));
    }

    private LogSession session() throws SQLException {
        LogSession current = session;
        if (current == null) {
            current = LogSession.open(connections, settings);
            session = current;
        }
        return current;
    }

    private void drop() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private long deadline() {
        Duration patience = settings.patience();
        return System.nanoTime() + patience.toNanos();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
