package org.maaledger.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.maaledger.command.decision.Act;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * What every load is made of: readings of one made-up indicator in made-up places, the same wherever they are sent to. The readings of a
 * series are for one day after the other from 1801 on, and when there is none left, for the same days in an earlier vintage.
 */
public final class MadeUpReadings {

    /** Who records them, and when. */
    public static final Act ACT = new Act(
            new Actor(new ActorId(new UUID(815, 4711)), new BodyId("bench:provider"), Office.DATA_PROVIDER),
            LocalDate.of(2026, 1, 31));

    private static final LocalDate FIRST_DAY = LocalDate.of(1801, 1, 1);

    /** Days from the first until the date of the act, in whole thousands. */
    private static final int DAYS = 82_000;

    private static final List<Vintage> VINTAGES = List.of(Vintage.FINAL, Vintage.REVISED, Vintage.PROVISIONAL);
    private static final SourceRef SOURCE = new SourceRef("Load of a benchmark: made-up figures", "2026-11-22", null);
    private static final IndicatorCode INDICATOR = new IndicatorCode("bench:load");
    private static final IndicatorDefinition DEFINITION =
            new IndicatorDefinition(1, "Load of a benchmark", "Number", Polarity.HIGHER_IS_BETTER, null, 1, false);

    private MadeUpReadings() {}

    /** The indicator enters the catalogue. */
    public static IndicatorRegistered indicator() {
        return new IndicatorRegistered(INDICATOR, DEFINITION, false, SOURCE);
    }

    /** The place of a series enters the register. */
    public static AreaRegistered place(int series) {
        AreaDetails details = new AreaDetails(
                "Place " + series, AreaLevel.OTHER, null, null, List.of(), List.of(), List.of(), List.of(), null, null);
        return new AreaRegistered(area(series), details, SOURCE);
    }

    /** A series opens. */
    public static SeriesOpened opening(int series) {
        return new SeriesOpened(id(series), DEFINITION.version(), DEFINITION.unit());
    }

    /** The reading of a series with that number, counted from 0. */
    public static ReadingRecorded reading(int series, int number) {
        int day = number % DAYS;
        return new ReadingRecorded(
                id(series),
                ReportingPeriod.on(FIRST_DAY.plusDays(day)),
                VINTAGES.get(number / DAYS),
                Observation.Measured.of(day + "." + series % 10),
                SOURCE);
    }

    private static SeriesId id(int series) {
        return new SeriesId(INDICATOR, area(series), GroupCode.ALL);
    }

    private static AreaCode area(int series) {
        return new AreaCode("bench:%04d".formatted(series));
    }
}
