package org.maaledger.query.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.Trajectory;

/**
 * A long story of many kinds of events, the same for the same seed. What happens in it is readable history; that nobody would allow
 * some of it does not matter to readers, who take every event as a fact.
 */
public final class Story {

    /** An event with the day it was done on. */
    public record Deed(LedgerEvent event, LocalDate on) {}

    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<AgreementId> agreements = new ArrayList<>();
    private final List<TargetId> targets = new ArrayList<>();
    private final Map<TargetId, AgreementId> home = new HashMap<>();
    private final Map<TargetId, Integer> offers = new HashMap<>();
    private final Map<TargetId, Integer> trajectories = new HashMap<>();
    private final Map<TargetId, Integer> changes = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, Long> series = new HashMap<>();
    private final Map<String, Long> readings = new HashMap<>();

    private Story(long seed) {
        this.random = new Random(seed);
    }

    /** A story of at least {@code length} events. */
    public static List<Deed> of(long seed, int length) {
        Story story = new Story(seed);
        while (story.deeds.size() < length) {
            story.step();
        }
        return List.copyOf(story.deeds);
    }

    private void step() {
        int choice = random.nextInt(100);
        if (agreements.isEmpty() || choice < 4) {
            AgreementId id = new AgreementId(uuid());
            agreements.add(id);
            tell(Things.drafted(id));
        } else if (choice < 16) {
            agreement(pick(agreements));
        } else if (targets.isEmpty() || choice < 24) {
            TargetId id = new TargetId(uuid());
            AgreementId agreement = pick(agreements);
            targets.add(id);
            home.put(id, agreement);
            offers.put(id, 1);
            tell(Things.proposed(id, agreement, series()));
        } else if (choice < 60) {
            target(pick(targets));
        } else if (choice < 92) {
            reading(series());
        } else {
            tell(Things.reference(random.nextInt(7), opened));
        }
    }

    private void agreement(AgreementId id) {
        switch (random.nextInt(6)) {
            case 0 -> tell(new AgreementEvent.PartyJoined(id, body(), pick(List.of(PartyRole.values()))));
            case 1 -> tell(new AgreementEvent.PartyLeft(id, body()));
            case 2 -> tell(new AgreementEvent.ResponsibleAuthorityChanged(id, body(), body()));
            case 3 -> tell(new AgreementEvent.AgreementSigned(id, List.of(body())));
            case 4 -> designate(id, true);
            default -> designate(id, false);
        }
    }

    private void designate(AgreementId id, boolean designated) {
        if (!targets.isEmpty()) {
            TargetId target = pick(targets);
            AgreementId agreement = home.getOrDefault(target, id);
            tell(
                    designated
                            ? new AgreementEvent.TargetDesignated(agreement, target)
                            : new AgreementEvent.DesignationRevoked(agreement, target));
        }
    }

    private void target(TargetId id) {
        int offer = offers.getOrDefault(id, 1);
        int change = changes.getOrDefault(id, 0);
        switch (random.nextInt(12)) {
            case 0 -> {
                offers.put(id, offer + 1);
                tell(new TargetEvent.TargetCounterProposed(id, offer + 1, milestone(2010), body()));
            }
            case 1, 2 ->
                tell(new TargetEvent.ConsentGiven(
                        id, offer, random.nextInt(3) == 0 ? Things.GOVERNMENT_OFFICE : body()));
            case 3 ->
                tell(new TargetEvent.ConsentWithheld(id, offer, body(), random.nextBoolean() ? Things.REASON : null));
            case 4 -> tell(new TargetEvent.BaselineSet(id, milestone(2007), Things.SOURCE));
            case 5 -> tell(new TargetEvent.BaselineGapDeclared(id, body(), LocalDate.of(2009, 3, 31), Things.REASON));
            case 6 -> {
                int version = trajectories.merge(id, 1, Integer::sum);
                tell(new TargetEvent.TrajectoryAgreed(id, trajectory(version)));
            }
            case 7 -> {
                changes.put(id, change + 1);
                TargetEvent removal = new TargetEvent.WithdrawalProposed(
                        id, change + 1, Things.REASON, false, List.of(body()), body());
                TargetEvent other = new TargetEvent.RenegotiationProposed(
                        id,
                        change + 1,
                        trajectory(trajectories.getOrDefault(id, 0) + 1),
                        pick(List.of(RenegotiationGround.values())),
                        Things.REASON,
                        random.nextBoolean(),
                        List.of(body()),
                        body());
                tell(change % 3 == 1 ? removal : other);
            }
            case 8 -> tell(new TargetEvent.RenegotiationConsentGiven(id, Math.max(1, change), body()));
            case 9 ->
                tell(new TargetEvent.RenegotiationConsentWithheld(id, Math.max(1, change), body(), Things.REASON));
            case 10 -> {
                int version = trajectories.merge(id, 1, Integer::sum);
                tell(new TargetEvent.RenegotiationApproved(id, Math.max(1, change), trajectory(version)));
            }
            default ->
                tell(
                        random.nextInt(4) == 0
                                ? new TargetEvent.TargetWithdrawn(id, Things.REASON, change == 0 ? null : change)
                                : new TargetEvent.RenegotiationRefused(id, Math.max(1, change), null));
        }
    }

    private void reading(SeriesId id) {
        if (!series.containsKey(id.toString())) {
            series.put(id.toString(), 1L);
            tell(new ReadingEvent.SeriesOpened(id, 1 + random.nextInt(8) / 7, "%"));
            return;
        }
        long sequence = series.merge(id.toString(), 1L, Long::sum) - 1;
        ReportingPeriod period = ReportingPeriod.financialYear(2006 + random.nextInt(6));
        Vintage vintage = pick(List.of(Vintage.values()));
        Observation observation = random.nextInt(8) == 0
                ? new Observation.Missing(pick(List.of(org.maaledger.kernel.reading.MissingReason.values())))
                : Observation.Measured.of(random.nextInt(900) / 10.0 + "");
        Long before = readings.put(id + "~" + period + "~" + vintage, sequence);
        tell(
                before == null
                        ? new ReadingEvent.ReadingRecorded(id, period, vintage, observation, Things.SOURCE)
                        : new ReadingEvent.ReadingCorrected(
                                id,
                                period,
                                vintage,
                                observation,
                                before,
                                null,
                                Things.SOURCE,
                                random.nextInt(9) == 0 ? 2 : null));
    }

    private Trajectory trajectory(int version) {
        return new Trajectory(
                version,
                random.nextInt(4) == 0 ? null : milestone(2007),
                List.of(milestone(2008), milestone(2009), milestone(2010)));
    }

    private Milestone milestone(int year) {
        return new Milestone(
                ReportingPeriod.financialYear(year),
                org.maaledger.kernel.measure.Quantity.of(Integer.toString(random.nextInt(100))));
    }

    private SeriesId series() {
        return SeriesId.of("ni:15" + random.nextInt(4) + "~E0600000" + (1 + random.nextInt(4)) + "~all");
    }

    private BodyId body() {
        return new BodyId("E0600000" + (1 + random.nextInt(5)));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private void tell(LedgerEvent event) {
        deeds.add(new Deed(event, LocalDate.of(2008, 1, 1).plusDays(random.nextInt(1200))));
    }
}
