package org.maaledger.command.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.Area;
import org.maaledger.command.area.AreaHistory;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.indicator.Indicator;
import org.maaledger.command.indicator.IndicatorHistory;
import org.maaledger.command.reading.ReadingCommand.CorrectReading;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.command.reading.ReadingRefusal.AreaUnknown;
import org.maaledger.command.reading.ReadingRefusal.CorrectionBeforeReading;
import org.maaledger.command.reading.ReadingRefusal.FinalBeforeItsEnd;
import org.maaledger.command.reading.ReadingRefusal.IndicatorUnknown;
import org.maaledger.command.reading.ReadingRefusal.IndicatorWithdrawn;
import org.maaledger.command.reading.ReadingRefusal.NothingNew;
import org.maaledger.command.reading.ReadingRefusal.NothingToCorrect;
import org.maaledger.command.reading.ReadingRefusal.PeriodInTheFuture;
import org.maaledger.command.reading.ReadingRefusal.ReadingAlreadyRecorded;
import org.maaledger.command.reading.ReadingRefusal.ReadingDiffers;
import org.maaledger.command.reading.ReadingRefusal.ReadingNotYours;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * A series of readings, as its events make it.
 *
 * @param events how many there are; the next one has this sequence number
 * @param definition the version of the indicator's definition that its readings follow unless they say otherwise
 */
public record ReadingSeries(int events, int definition, KnownReadings known) {

    /** A series to which nothing happened. */
    public static final ReadingSeries UNOPENED = new ReadingSeries(0, 0, KnownReadings.NONE);

    /** Accepts or refuses {@code command}. */
    public Decision<ReadingEvent> decide(ReadingCommand command, Consulted consulted, Act act) {
        if (!Standing.mayRecord(act, command.series().area(), consulted)) {
            return Decision.refuse(
                    new ReadingNotYours(act.actor().office(), command.series().area()));
        }
        return switch (command) {
            case RecordReading one -> record(one, consulted, act);
            case CorrectReading correction -> correct(correction, consulted, act);
            case RecordReadings batch -> recordAll(batch, consulted, act);
        };
    }

    /** The state after one more event, whose act has the date {@code on}. */
    public ReadingSeries evolve(ReadingEvent event, LocalDate on) {
        return switch (event) {
            case SeriesOpened opened -> {
                if (events != 0) {
                    throw new CorruptHistory("%s was opened twice".formatted(opened.series()));
                }
                yield new ReadingSeries(1, opened.definitionVersion(), known);
            }
            case ReadingRecorded recorded -> {
                int place = known.find(recorded.period(), recorded.vintage());
                if (events == 0 || place >= 0) {
                    throw new CorruptHistory("%s cannot record %s, %s as event %d"
                            .formatted(recorded.series(), recorded.period(), recorded.vintage(), events));
                }
                yield new ReadingSeries(
                        events + 1,
                        definition,
                        known.with(
                                place,
                                recorded.period(),
                                recorded.vintage(),
                                recorded.observation(),
                                new KnownReadings.Origin(events, on)));
            }
            case ReadingCorrected corrected -> {
                int place = known.find(corrected.period(), corrected.vintage());
                if (place < 0 || known.sequence(place) != corrected.corrects()) {
                    throw new CorruptHistory("%s cannot correct event %d for %s, %s"
                            .formatted(
                                    corrected.series(), corrected.corrects(), corrected.period(), corrected.vintage()));
                }
                yield new ReadingSeries(
                        events + 1,
                        definition,
                        known.corrected(place, corrected.observation(), new KnownReadings.Origin(events, on)));
            }
        };
    }

    private Decision<ReadingEvent> record(RecordReading one, Consulted consulted, Act act) {
        int place = known.find(one.period(), one.vintage());
        if (place >= 0) {
            return Decision.refuse(
                    known.observation(place).equals(one.observation())
                            ? new ReadingAlreadyRecorded(
                                    one.series(), one.period(), one.vintage(), known.sequence(place))
                            : new ReadingDiffers(one.series(), one.period(), one.vintage(), known.sequence(place)));
        }
        List<Figure> figures = List.of(new Figure(one.period(), one.vintage(), one.observation()));
        return recordAll(new RecordReadings(one.series(), figures, one.source(), one.actedOn()), consulted, act);
    }

    private Decision<ReadingEvent> correct(CorrectReading correction, Consulted consulted, Act act) {
        int place = known.find(correction.period(), correction.vintage());
        if (place < 0) {
            return Decision.refuse(
                    new NothingToCorrect(correction.series(), correction.period(), correction.vintage()));
        }
        if (known.observation(place).equals(correction.observation())) {
            return Decision.refuse(new ReadingAlreadyRecorded(
                    correction.series(), correction.period(), correction.vintage(), known.sequence(place)));
        }
        Refusal untimely = act.on().isBefore(known.on(place))
                ? new CorrectionBeforeReading(correction.period(), known.on(place), act.on())
                : untimely(correction.period(), correction.vintage(), act);
        if (untimely != null) {
            return Decision.refuse(untimely);
        }
        return switch (indicator(correction.series(), consulted)) {
            case Indicator.Unregistered() ->
                Decision.refuse(new IndicatorUnknown(correction.series().indicator()));
            case Indicator.Registered entry ->
                Decision.accept(new ReadingCorrected(
                        correction.series(),
                        correction.period(),
                        correction.vintage(),
                        correction.observation(),
                        known.sequence(place),
                        correction.ground() == null ? null : correction.ground().ref(),
                        correction.source(),
                        other(definition, entry, correction.period())));
        };
    }

    /** Nobody has measured what has not begun, and nothing is final that has not ended. */
    private static @Nullable Refusal untimely(ReportingPeriod period, Vintage vintage, Act act) {
        if (period.start().isAfter(act.on())) {
            return new PeriodInTheFuture(period, act.on());
        }
        return vintage == Vintage.FINAL && period.lastDay().isAfter(act.on())
                ? new FinalBeforeItsEnd(period, act.on())
                : null;
    }

    private Decision<ReadingEvent> recordAll(RecordReadings batch, Consulted consulted, Act act) {
        List<Figure> changed = new ArrayList<>(batch.figures().size());
        for (Figure figure : batch.figures()) {
            Refusal untimely = untimely(figure.period(), figure.vintage(), act);
            if (untimely != null) {
                return Decision.refuse(untimely);
            }
            int place = known.find(figure.period(), figure.vintage());
            if (place < 0 || !known.observation(place).equals(figure.observation())) {
                changed.add(figure);
            }
        }
        if (changed.isEmpty()) {
            return Decision.refuse(
                    new NothingNew(batch.series(), batch.figures().size()));
        }
        AreaCode area = batch.series().area();
        if (events == 0 && !(consulted.state(AreaHistory.FOLD, AreaEvent.streamOf(area)) instanceof Area.Registered)) {
            return Decision.refuse(new AreaUnknown(area));
        }
        return switch (indicator(batch.series(), consulted)) {
            case Indicator.Unregistered() ->
                Decision.refuse(new IndicatorUnknown(batch.series().indicator()));
            case Indicator.Registered entry -> recorded(batch, changed, entry);
        };
    }

    /** The first readings of a series open it, under the definition that was in force for the first of them. */
    private Decision<ReadingEvent> recorded(RecordReadings batch, List<Figure> changed, Indicator.Registered entry) {
        List<ReadingEvent> happened = new ArrayList<>(changed.size() + 1);
        int ofSeries = definition;
        if (events == 0) {
            IndicatorDefinition first =
                    entry.definitionOn(changed.getFirst().period().start());
            ofSeries = first.version();
            happened.add(new SeriesOpened(batch.series(), ofSeries, first.unit()));
        }
        for (Figure figure : changed) {
            ReportingPeriod period = figure.period();
            int place = known.find(period, figure.vintage());
            if (place < 0 && entry.withdrawnFrom() != null && !entry.collectedOn(period.start())) {
                return Decision.refuse(
                        new IndicatorWithdrawn(batch.series().indicator(), entry.withdrawnFrom(), period));
            }
            happened.add(event(batch, figure, place, other(ofSeries, entry, period)));
        }
        return Decision.accept(happened);
    }

    private ReadingEvent event(RecordReadings batch, Figure figure, int place, @Nullable Integer definitionVersion) {
        return place < 0
                ? new ReadingRecorded(
                        batch.series(),
                        figure.period(),
                        figure.vintage(),
                        figure.observation(),
                        batch.source(),
                        definitionVersion)
                : new ReadingCorrected(
                        batch.series(),
                        figure.period(),
                        figure.vintage(),
                        figure.observation(),
                        known.sequence(place),
                        null,
                        batch.source(),
                        definitionVersion);
    }

    /** The version of the definition in force when {@code period} began, if it is not {@code ofSeries}. */
    private static @Nullable Integer other(int ofSeries, Indicator.Registered entry, ReportingPeriod period) {
        int version = entry.definitionOn(period.start()).version();
        return version == ofSeries ? null : Integer.valueOf(version);
    }

    private static Indicator indicator(SeriesId series, Consulted consulted) {
        return consulted.state(IndicatorHistory.FOLD, IndicatorEvent.streamOf(series.indicator()));
    }
}
