package org.maaledger.app.cli;

/** Something to be closed if the process is told to end before it is done; done, it is closed as usual and this forgets it. */
final class AtExit implements AutoCloseable {

    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    static AtExit close(AutoCloseable open) {
        Thread hook = new Thread(
                () -> {
                    try {
                        open.close();
                    } catch (Exception e) {
                        System.err.println(Printable.lines("maal: " + e.getMessage()));
                    }
                },
                "at-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The end has come, and the hook closes it too, which is the same as once.
        }
    }
}
