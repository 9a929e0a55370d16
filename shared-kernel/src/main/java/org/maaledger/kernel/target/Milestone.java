package org.maaledger.kernel.target;

import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;

/** A value agreed for a period: a point of a trajectory, a baseline, or the target itself. */
public record Milestone(ReportingPeriod period, Quantity value) {}
