package org.maaledger.query.history;

import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;

/** Says in a sentence what an event of a series changed. */
final class ReadingInWords {

    private ReadingInWords() {}

    static String of(ReadingEvent event, InWords words) {
        return switch (event) {
            case ReadingEvent.SeriesOpened opened ->
                "The series %s was opened, in %s, under version %d of the definition."
                        .formatted(opened.series(), opened.unit(), opened.definitionVersion());
            case ReadingEvent.ReadingRecorded recorded ->
                "%s: %s was recorded for %s (%s), from %s."
                        .formatted(
                                recorded.series(),
                                observation(recorded.observation()),
                                recorded.period(),
                                recorded.vintage(),
                                recorded.source().name());
            case ReadingEvent.ReadingCorrected corrected ->
                "%s: the reading for %s (%s) was corrected to %s, from %s; it corrects entry %d of the series%s"
                        .formatted(
                                corrected.series(),
                                corrected.period(),
                                corrected.vintage(),
                                observation(corrected.observation()),
                                corrected.source().name(),
                                corrected.corrects(),
                                words.reason(corrected.ground()));
        };
    }

    private static String observation(Observation observation) {
        return switch (observation) {
            case Observation.Measured measured -> measured.value().toString();
            case Observation.Missing missing ->
                "no figure (%s)".formatted(missing.missing().toString().replace('-', ' '));
        };
    }
}
