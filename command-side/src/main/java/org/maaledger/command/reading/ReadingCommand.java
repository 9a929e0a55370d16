package org.maaledger.command.reading;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.decision.OrItsParts;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/** What can be asked of a series of readings. */
public sealed interface ReadingCommand extends LedgerCommand {

    /** The name of this family of commands. */
    String FAMILY = "reading-series";

    SeriesId series();

    SourceRef source();

    @Override
    default String family() {
        return FAMILY;
    }

    @Override
    default String stream() {
        return series().toString();
    }

    /** Records what a source published for a period, in a vintage for which nothing is on record yet. */
    record RecordReading(
            @OrItsParts SeriesId series,
            ReportingPeriod period,
            Vintage vintage,
            Observation observation,
            SourceRef source,
            @Nullable LocalDate actedOn)
            implements ReadingCommand {}

    /**
     * Corrects what is on record for a period and vintage.
     *
     * @param ground why, where it is to be said
     */
    record CorrectReading(
            @OrItsParts SeriesId series,
            ReportingPeriod period,
            Vintage vintage,
            Observation observation,
            @Nullable FreeText ground,
            SourceRef source,
            @Nullable LocalDate actedOn)
            implements ReadingCommand {

        @Override
        public List<FreeText> texts() {
            return ground == null ? List.of() : List.of(ground);
        }
    }

    /**
     * Brings a series up to what a file of its source says: new figures are recorded, changed ones corrected, known ones left alone.
     * All of it is one append.
     */
    record RecordReadings(
            SeriesId series,
            List<Figure> figures,
            SourceRef source,
            @Nullable LocalDate actedOn) implements ReadingCommand {

        /** More figures than any published series has: daily ones for over ten years. */
        public static final int FIGURES_MAX = 4_000;

        public RecordReadings {
            figures = List.copyOf(figures);
            if (figures.isEmpty() || figures.size() > FIGURES_MAX) {
                throw new IllegalArgumentException(
                        "figures must hold 1 to %d entries, it holds %d".formatted(FIGURES_MAX, figures.size()));
            }
            Set<Object> seen = new HashSet<>(figures.size() * 2);
            for (Figure figure : figures) {
                if (!seen.add(List.of(figure.period(), figure.vintage()))) {
                    throw new IllegalArgumentException("figures must not hold the period %s twice in the vintage %s"
                            .formatted(figure.period(), figure.vintage()));
                }
            }
        }
    }
}
