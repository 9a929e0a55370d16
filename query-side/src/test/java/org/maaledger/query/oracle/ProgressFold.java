package org.maaledger.query.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;
import org.maaledger.query.progress.Course;
import org.maaledger.query.progress.PeriodReading;
import org.maaledger.query.progress.TargetStanding;

/**
 * What targets are judged against and by, straight from the events; the judging itself is a pure function that has its own tests.
 */
final class ProgressFold {

    private final List<StoredEvent> known = new ArrayList<>();

    void add(StoredEvent event) {
        known.add(event);
    }

    /**
     * How the targets of an agreement stand on {@code on}, in the order they were proposed in.
     *
     * @param day if it was asked for: acts that are dated later do not count
     */
    Map<TargetId, TargetStanding> of(AgreementId agreement, LocalDate on, @Nullable LocalDate day) {
        Map<TargetId, TargetStanding> standings = new LinkedHashMap<>();
        for (StoredEvent event : known) {
            if (event.payload() instanceof TargetEvent.TargetProposed proposed
                    && proposed.agreement().equals(agreement)
                    && counts(event, day)) {
                standings.put(
                        proposed.target(),
                        TargetStanding.of(
                                course(proposed, day),
                                readings(proposed.series().toString()),
                                on));
            }
        }
        return standings;
    }

    private static boolean counts(StoredEvent event, @Nullable LocalDate day) {
        return day == null || !event.actedOn().isAfter(day);
    }

    private Course course(TargetEvent.TargetProposed proposed, @Nullable LocalDate day) {
        TreeMap<Integer, Course.Version> versions = new TreeMap<>();
        LocalDate withdrawn = null;
        List<StoredEvent> counting = known.stream()
                .filter(event -> counts(event, day) && event.stream().equals(proposed.stream()))
                .sorted(
                        day == null
                                ? Comparator.comparingLong(StoredEvent::position)
                                : Comparator.comparing(StoredEvent::actedOn).thenComparingLong(StoredEvent::position))
                .toList();
        for (StoredEvent event : counting) {
            if (event.payload() instanceof TargetEvent.TrajectoryAgreed agreed) {
                versions.put(agreed.trajectory().version(), new Course.Version(agreed.trajectory(), event.actedOn()));
            } else if (event.payload() instanceof TargetEvent.RenegotiationApproved approved) {
                versions.put(
                        approved.trajectory().version(), new Course.Version(approved.trajectory(), event.actedOn()));
            } else if (event.payload() instanceof TargetEvent.TargetWithdrawn) {
                withdrawn = event.actedOn();
            }
        }
        return new Course(
                proposed.polarity(),
                proposed.definitionVersion(),
                tolerance(proposed.agreement()),
                List.copyOf(versions.values()),
                withdrawn);
    }

    private Quantity tolerance(AgreementId agreement) {
        return known.stream()
                .map(StoredEvent::payload)
                .filter(AgreementEvent.AgreementDrafted.class::isInstance)
                .map(AgreementEvent.AgreementDrafted.class::cast)
                .filter(drafted -> drafted.agreement().equals(agreement))
                .findFirst()
                .orElseThrow()
                .rules()
                .amberTolerance();
    }

    private List<PeriodReading> readings(String series) {
        Map<String, PeriodReading> readings = new HashMap<>();
        int definition = 0;
        for (StoredEvent event : known) {
            if (!event.stream().equals(series)) {
                continue;
            }
            if (event.payload() instanceof ReadingEvent.SeriesOpened opened) {
                definition = opened.definitionVersion();
            } else if (event.payload() instanceof ReadingEvent.ReadingRecorded one) {
                readings.put(
                        one.period() + "~" + one.vintage(),
                        new PeriodReading(
                                one.period(),
                                one.vintage(),
                                one.observation(),
                                Objects.requireNonNullElse(one.definitionVersion(), definition)));
            } else if (event.payload() instanceof ReadingEvent.ReadingCorrected one) {
                readings.put(
                        one.period() + "~" + one.vintage(),
                        new PeriodReading(
                                one.period(),
                                one.vintage(),
                                one.observation(),
                                Objects.requireNonNullElse(one.definitionVersion(), definition)));
            }
        }
        return List.copyOf(readings.values());
    }
}
