package org.maaledger.command.reading;

import java.time.LocalDate;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/** Why a command to a series of readings is refused. */
public sealed interface ReadingRefusal extends Refusal {

    /** Where the rules of readings are written. */
    String SOURCE = "decision record 0017";

    /** Only data providers record readings anywhere, and authorities for their own areas. */
    record ReadingNotYours(Office office, AreaCode area) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.forbidden(
                            "reading-not-yours",
                            "The office %s may not record readings of %s for this body.".formatted(office, area),
                            "An authority records readings of its own area and of a multi-area it belongs to; ask a data provider.",
                            SOURCE)
                    .at("/series");
        }
    }

    /** The indicator is not in the catalogue. */
    record IndicatorUnknown(IndicatorCode indicator) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "indicator-unknown",
                            "Indicator %s is not in the catalogue.".formatted(indicator),
                            "Check its code, or register it first.",
                            SOURCE)
                    .at("/series");
        }
    }

    /** The indicator was no longer collected then. */
    record IndicatorWithdrawn(IndicatorCode indicator, LocalDate from, ReportingPeriod period)
            implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "indicator-withdrawn",
                            "Indicator %s was withdrawn from %s on, the period is %s."
                                    .formatted(indicator, from, period),
                            "Check the period and the indicator.",
                            SOURCE)
                    .at("/period");
        }
    }

    /** The area is not in the register. */
    record AreaUnknown(AreaCode area) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "area-unknown",
                            "Area %s is not in the register.".formatted(area),
                            "Check its code, or register it first.",
                            SOURCE)
                    .at("/series");
        }
    }

    /** Nobody can have measured what has not begun. */
    record PeriodInTheFuture(ReportingPeriod period, LocalDate actedOn) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "period-in-the-future",
                            "The period %s begins after %s, the date of the act.".formatted(period, actedOn),
                            "Check the period, or record it once it has begun.",
                            SOURCE)
                    .at("/period");
        }
    }

    /** A figure is not final while its period lasts. */
    record FinalBeforeItsEnd(ReportingPeriod period, LocalDate actedOn) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "final-before-its-end",
                            "The period %s ends on %s, after %s, the date of the act: no figure of it is final yet."
                                    .formatted(period, period.lastDay(), actedOn),
                            "Record it as provisional, or check the period and the date of the act.",
                            SOURCE)
                    .at("/vintage");
        }
    }

    /** Exactly this is on record. */
    record ReadingAlreadyRecorded(SeriesId series, ReportingPeriod period, Vintage vintage, long sequence)
            implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "reading-already-recorded",
                            "Exactly this is on record for %s, %s, as event %d of %s."
                                    .formatted(period, vintage, sequence, series),
                            "Nothing needs to be done.",
                            SOURCE)
                    .at("/observation");
        }
    }

    /** Something else is on record for that period and vintage. */
    record ReadingDiffers(SeriesId series, ReportingPeriod period, Vintage vintage, long sequence)
            implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "reading-differs",
                            "Another figure is on record for %s, %s, as event %d of %s."
                                    .formatted(period, vintage, sequence, series),
                            "Correct it if it was wrong, or record this one in its own vintage, such as revised.",
                            SOURCE)
                    .at("/observation");
        }
    }

    /** There is no reading to correct. */
    record NothingToCorrect(SeriesId series, ReportingPeriod period, Vintage vintage) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "nothing-to-correct",
                            "Nothing is on record for %s, %s in %s.".formatted(period, vintage, series),
                            "Check period and vintage, or record the reading.",
                            SOURCE)
                    .at("/period");
        }
    }

    /** What is not yet said cannot be corrected. */
    record CorrectionBeforeReading(ReportingPeriod period, LocalDate recordedOn, LocalDate on)
            implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "correction-before-reading",
                            "The correction is dated %s, and what it corrects was said of %s on %s."
                                    .formatted(on, period, recordedOn),
                            "Give the day on which the record is corrected; when its source published the figure is for the version of the source to say.",
                            "decision record 0043")
                    .at("/actedOn");
        }
    }

    /** Every figure of the batch is on record as it is. */
    record NothingNew(SeriesId series, int figures) implements ReadingRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                    "nothing-new",
                    "All %d figures are on record in %s as they are.".formatted(figures, series),
                    "Nothing needs to be done.",
                    SOURCE);
        }
    }
}
