package org.maaledger.command.reading;

import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;

/** What a source says about one period, in one vintage. */
public record Figure(ReportingPeriod period, Vintage vintage, Observation observation) {}
