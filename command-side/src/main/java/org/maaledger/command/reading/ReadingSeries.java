package org.maaledger.command.reading;

import java.util.ArrayList;
import java.util.List;
import org.maaledger.command.area.Area;
import org.maaledger.command.area.AreaHistory;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.indicator.Indicator;
import org.maaledger.command.indicator.IndicatorHistory;
import org.maaledger.command.reading.ReadingCommand.CorrectReading;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.command.reading.ReadingRefusal.AreaUnknown;
import org.maaledger.command.reading.ReadingRefusal.IndicatorUnknown;
import org.maaledger.command.reading.ReadingRefusal.IndicatorWithdrawn;
import org.maaledger.command.reading.ReadingRefusal.NothingNew;
import org.maaledger.command.reading.ReadingRefusal.NothingToCorrect;
import org.maaledger.command.reading.ReadingRefusal.PeriodInTheFuture;
import org.maaledger.command.reading.ReadingRefusal.ReadingAlreadyRecorded;
import org.maaledger.command.reading.ReadingRefusal.ReadingDiffers;
import org.maaledger.command.reading.ReadingRefusal.ReadingNotYours;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;

/**
 * A series of readings, as its events make it.
 *
 * @param events how many there are; the next one has this sequence number
 */
public record ReadingSeries(int events, KnownReadings known) {

    /** A series to which nothing happened. */
    public static final ReadingSeries UNOPENED = new ReadingSeries(0, KnownReadings.NONE);

    /** Accepts or refuses {@code command}. */
    public Decision<ReadingEvent> decide(ReadingCommand command, Consulted consulted, Act act) {
        if (!Standing.mayRecord(act, command.series().area(), consulted)) {
            return Decision.refuse(
                    new ReadingNotYours(act.actor().office(), command.series().area()));
        }
        return switch (command) {
            case RecordReading one -> record(one, consulted, act);
            case CorrectReading correction -> correct(correction, act);
            case RecordReadings batch -> recordAll(batch, consulted, act);
        };
    }

    /** The state after one more event. */
    public ReadingSeries evolve(ReadingEvent event) {
        return switch (event) {
            case SeriesOpened opened -> {
                if (events != 0) {
                    throw new CorruptHistory("%s was opened twice".formatted(opened.series()));
                }
                yield new ReadingSeries(1, known);
            }
            case ReadingRecorded recorded -> {
                int place = known.find(recorded.period(), recorded.vintage());
                if (events == 0 || place >= 0) {
                    throw new CorruptHistory("%s cannot record %s, %s as event %d"
                            .formatted(recorded.series(), recorded.period(), recorded.vintage(), events));
                }
                yield new ReadingSeries(
                        events + 1,
                        known.with(place, recorded.period(), recorded.vintage(), recorded.observation(), events));
            }
            case ReadingCorrected corrected -> {
                int place = known.find(corrected.period(), corrected.vintage());
                if (place < 0 || known.sequence(place) != corrected.corrects()) {
                    throw new CorruptHistory("%s cannot correct event %d for %s, %s"
                            .formatted(
                                    corrected.series(), corrected.corrects(), corrected.period(), corrected.vintage()));
                }
                yield new ReadingSeries(events + 1, known.corrected(place, corrected.observation(), events));
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

    private Decision<ReadingEvent> correct(CorrectReading correction, Act act) {
        int place = known.find(correction.period(), correction.vintage());
        if (place < 0) {
            return Decision.refuse(
                    new NothingToCorrect(correction.series(), correction.period(), correction.vintage()));
        }
        if (known.observation(place).equals(correction.observation())) {
            return Decision.refuse(new ReadingAlreadyRecorded(
                    correction.series(), correction.period(), correction.vintage(), known.sequence(place)));
        }
        if (correction.period().start().isAfter(act.on())) {
            return Decision.refuse(new PeriodInTheFuture(correction.period(), act.on()));
        }
        return Decision.accept(new ReadingCorrected(
                correction.series(),
                correction.period(),
                correction.vintage(),
                correction.observation(),
                known.sequence(place),
                correction.ground() == null ? null : correction.ground().ref(),
                correction.source()));
    }

    private Decision<ReadingEvent> recordAll(RecordReadings batch, Consulted consulted, Act act) {
        List<ReadingEvent> happened = new ArrayList<>(batch.figures().size() + 1);
        for (Figure figure : batch.figures()) {
            if (figure.period().start().isAfter(act.on())) {
                return Decision.refuse(new PeriodInTheFuture(figure.period(), act.on()));
            }
            int place = known.find(figure.period(), figure.vintage());
            if (place < 0) {
                happened.add(new ReadingRecorded(
                        batch.series(), figure.period(), figure.vintage(), figure.observation(), batch.source()));
            } else if (!known.observation(place).equals(figure.observation())) {
                happened.add(new ReadingCorrected(
                        batch.series(),
                        figure.period(),
                        figure.vintage(),
                        figure.observation(),
                        known.sequence(place),
                        null,
                        batch.source()));
            }
        }
        if (happened.isEmpty()) {
            return Decision.refuse(
                    new NothingNew(batch.series(), batch.figures().size()));
        }
        return events == 0 ? opened(batch, happened, consulted) : Decision.accept(happened);
    }

    /** The first readings of a series open it, under the definition of the indicator as it is now. */
    private static Decision<ReadingEvent> opened(
            RecordReadings batch, List<ReadingEvent> happened, Consulted consulted) {
        if (!(consulted.state(
                        AreaHistory.FOLD, AreaEvent.streamOf(batch.series().area()))
                instanceof Area.Registered)) {
            return Decision.refuse(new AreaUnknown(batch.series().area()));
        }
        Indicator indicator = consulted.state(
                IndicatorHistory.FOLD, IndicatorEvent.streamOf(batch.series().indicator()));
        return switch (indicator) {
            case Indicator.Unregistered() ->
                Decision.refuse(new IndicatorUnknown(batch.series().indicator()));
            case Indicator.Registered entry -> {
                for (Figure figure : batch.figures()) {
                    if (entry.withdrawnFrom() != null
                            && !entry.collectedOn(figure.period().start())) {
                        yield Decision.refuse(new IndicatorWithdrawn(
                                batch.series().indicator(), entry.withdrawnFrom(), figure.period()));
                    }
                }
                happened.addFirst(new SeriesOpened(
                        batch.series(),
                        entry.definition().version(),
                        entry.definition().unit()));
                yield Decision.accept(happened);
            }
        };
    }
}
