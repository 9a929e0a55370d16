package org.maaledger.app.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.maaledger.command.importing.ImportReport;
import org.springframework.context.event.EventListener;

/** Counts the files that were imported, and what became of their readings. */
final class ImportWatch {

    private final MeterRegistry meters;

    ImportWatch(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A file has been read to its end, or refused whole. */
    @EventListener
    void done(ImportReport report) {
        String outcome = !report.readToTheEnd() ? "refused" : report.check() ? "checked" : "recorded";
        Counter.builder("maal.imports")
                .description("Files of figures, by what became of them")
                .tag("mapping", report.mapping())
                .tag("outcome", outcome)
                .register(meters)
                .increment();
        if (outcome.equals("recorded")) {
            rows(report.mapping(), "recorded", report.recorded());
            rows(report.mapping(), "corrected", report.corrected());
            rows(report.mapping(), "unchanged", report.unchanged());
            rows(report.mapping(), "refused", report.refusedInAll());
        }
    }

    private void rows(String mapping, String outcome, long count) {
        Counter.builder("maal.import.rows")
                .description("Readings of imported files, by what became of them")
                .tag("mapping", mapping)
                .tag("outcome", outcome)
                .register(meters)
                .increment((double) count);
    }
}
