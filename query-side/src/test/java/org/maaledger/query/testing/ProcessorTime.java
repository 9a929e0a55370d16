package org.maaledger.query.testing;

import java.time.Duration;

/** What the processors have done for this program and for PostgreSQL, which other work on the same machine changes little. */
public record ProcessorTime(Duration program, Duration database) {

    /** So far; of the database's connections those that are still there, as those of a pool are. */
    public static ProcessorTime of(QueryLedger ledger) {
        long backend =
                ledger.sql().sql("select pg_backend_pid()").query(Long.class).single();
        Duration database = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
                .flatMap(server -> server.children())
                .map(ProcessorTime::spent)
                .reduce(Duration.ZERO, Duration::plus);
        return new ProcessorTime(spent(ProcessHandle.current()), database);
    }

    /** What was spent since {@code before}. */
    public ProcessorTime minus(ProcessorTime before) {
        return new ProcessorTime(program.minus(before.program), database.minus(before.database));
    }

    private static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
