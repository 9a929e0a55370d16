package org.maaledger.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.decision.Act;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/** A load of RecordReading, one event a command, on made-up places: the n-th reading of each series is for the n-th day after 1850. */
final class ReadingLoad {

    private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);
    private static final SourceRef SOURCE = new SourceRef("Load of a benchmark: made-up figures", "2026-11-22", null);
    private static final IndicatorCode INDICATOR = new IndicatorCode("bench:load");
    private static final Act ACT = new Act(
            new Actor(new ActorId(new UUID(815, 4711)), new BodyId("bench:provider"), Office.DATA_PROVIDER),
            LocalDate.of(2026, 1, 31));

    private final Dispatch dispatch;
    private final AtomicIntegerArray recorded;

    /** @param series how many series there are, each of an area of its own */
    ReadingLoad(Dispatch dispatch, int series) {
        this.dispatch = dispatch;
        this.recorded = new AtomicIntegerArray(series);
    }

    /** Registers what the readings are of, and opens every series. */
    void prepare() {
        IndicatorDefinition definition =
                new IndicatorDefinition(1, "Load of a benchmark", "Number", Polarity.HIGHER_IS_BETTER, null, 1, false);
        dispatch.send(new RegisterIndicator(INDICATOR, definition, false, SOURCE, null), Submission.of(ACT));
        for (int i = 0; i < recorded.length(); i++) {
            AreaDetails details = new AreaDetails(
                    "Place " + i, AreaLevel.OTHER, null, null, List.of(), List.of(), List.of(), List.of(), null, null);
            dispatch.send(new RegisterArea(area(i), details, SOURCE, null), Submission.of(ACT));
            record(i);
        }
    }

    /** The next reading of a series; durable on return. */
    void record(int series) {
        int day = recorded.getAndIncrement(series);
        dispatch.send(
                new RecordReading(
                        new SeriesId(INDICATOR, area(series), GroupCode.ALL),
                        ReportingPeriod.on(FIRST_DAY.plusDays(day)),
                        Vintage.FINAL,
                        Observation.Measured.of(day + "." + series % 10),
                        SOURCE,
                        null),
                Submission.of(ACT));
    }

    int series() {
        return recorded.length();
    }

    private static AreaCode area(int series) {
        return new AreaCode("bench:%04d".formatted(series));
    }
}
