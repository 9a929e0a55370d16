package org.maaledger.bench;

import org.maaledger.bench.report.Report;

/** One chapter of the benchmark: some figures that are taken together. */
public interface Measurement {

    /** The name by which it is chosen on the command line, and under which its figures stand. */
    String name();

    /**
     * Takes the figures.
     *
     * @throws Exception if something fails: the run ends, because a figure beside a failure means nothing
     */
    void run(Conditions conditions, Report report) throws Exception;
}
