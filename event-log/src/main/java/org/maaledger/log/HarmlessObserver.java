package org.maaledger.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an observer; what that throws is logged and goes no further, for nobody's events depend on who looks at them. */
record HarmlessObserver(AppendObserver observer) implements AppendObserver {

    private static final Logger LOG = LoggerFactory.getLogger(HarmlessObserver.class);

    @Override
    public void appended(long nanos) {
        tell(() -> observer.appended(nanos));
    }

    @Override
    public void written(int events, long lastPosition, long nanos) {
        tell(() -> observer.written(events, lastPosition, nanos));
    }

    @Override
    public void lost(int conflicts, int duplicates) {
        tell(() -> observer.lost(conflicts, duplicates));
    }

    @Override
    public void triedAgain() {
        tell(observer::triedAgain);
    }

    @Override
    public void changed(AppenderHealth now) {
        tell(() -> observer.changed(now));
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("whoever observes the appender failed; the log is not touched by it", e);
        }
    }
}
