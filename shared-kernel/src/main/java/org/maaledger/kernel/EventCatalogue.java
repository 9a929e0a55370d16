package org.maaledger.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;

/**
 * The stored names of events: the only place that knows which name in the log is which type in the program.
 *
 * <p>A type may be renamed or moved; a stored name never changes and is never used again for another meaning. A revision is never
 * changed either: a new shape is a new revision, with an upcaster from the one before.
 */
public final class EventCatalogue {

    /**
     * One kind of event.
     *
     * @param name its stored name, in kebab case
     * @param revision the newest revision, which is the one written
     * @param aggregateType the stored name of the kind of aggregate it belongs to
     */
    public record Entry(String name, int revision, String aggregateType, Class<? extends LedgerEvent> type) {}

    private static final List<Entry> ENTRIES = List.of(
            agreement("agreement-drafted", AgreementEvent.AgreementDrafted.class),
            agreement("party-joined", AgreementEvent.PartyJoined.class),
            agreement("party-left", AgreementEvent.PartyLeft.class),
            agreement("responsible-authority-changed", AgreementEvent.ResponsibleAuthorityChanged.class),
            agreement("agreement-signed", AgreementEvent.AgreementSigned.class),
            agreement("target-designated", AgreementEvent.TargetDesignated.class),
            agreement("designation-revoked", AgreementEvent.DesignationRevoked.class),
            target("target-proposed", TargetEvent.TargetProposed.class),
            target("target-counter-proposed", TargetEvent.TargetCounterProposed.class),
            target("consent-given", TargetEvent.ConsentGiven.class),
            target("consent-withheld", TargetEvent.ConsentWithheld.class),
            target("baseline-set", TargetEvent.BaselineSet.class),
            target("baseline-gap-declared", TargetEvent.BaselineGapDeclared.class),
            target("trajectory-agreed", TargetEvent.TrajectoryAgreed.class),
            target("target-withdrawn", TargetEvent.TargetWithdrawn.class),
            target("renegotiation-proposed", TargetEvent.RenegotiationProposed.class),
            target("withdrawal-proposed", TargetEvent.WithdrawalProposed.class),
            target("renegotiation-consent-given", TargetEvent.RenegotiationConsentGiven.class),
            target("renegotiation-consent-withheld", TargetEvent.RenegotiationConsentWithheld.class),
            target("renegotiation-approved", TargetEvent.RenegotiationApproved.class),
            target("renegotiation-refused", TargetEvent.RenegotiationRefused.class),
            series("series-opened", ReadingEvent.SeriesOpened.class),
            series("reading-recorded", ReadingEvent.ReadingRecorded.class),
            series("reading-corrected", ReadingEvent.ReadingCorrected.class),
            area("area-registered", AreaEvent.AreaRegistered.class),
            area("area-details-revised", AreaEvent.AreaDetailsRevised.class),
            area("area-succeeded", AreaEvent.AreaSucceeded.class),
            indicator("indicator-registered", IndicatorEvent.IndicatorRegistered.class),
            indicator("indicator-redefined", IndicatorEvent.IndicatorRedefined.class),
            indicator("indicator-withdrawn", IndicatorEvent.IndicatorWithdrawn.class));

    private static final Map<String, Entry> BY_NAME =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));

    private static final Map<Class<? extends LedgerEvent>, Entry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

    private EventCatalogue() {}

    /** Every kind of event, grouped by aggregate. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The entry of a stored name, or empty if this program does not know it: a reader then stops, it never skips. */
    public static Optional<Entry> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The entry of a type of event. Every permitted type has one. */
    public static Entry of(Class<? extends LedgerEvent> type) {
        Entry entry = BY_TYPE.get(type);
        if (entry == null) {
            throw new IllegalArgumentException(type + " is missing from the event catalogue");
        }
        return entry;
    }

    private static Entry agreement(String name, Class<? extends AgreementEvent> type) {
        return new Entry(name, 1, "agreement", type);
    }

    private static Entry target(String name, Class<? extends TargetEvent> type) {
        return new Entry(name, 1, "target", type);
    }

    private static Entry series(String name, Class<? extends ReadingEvent> type) {
        return new Entry(name, 1, "reading-series", type);
    }

    private static Entry area(String name, Class<? extends AreaEvent> type) {
        return new Entry(name, 1, "area", type);
    }

    private static Entry indicator(String name, Class<? extends IndicatorEvent> type) {
        return new Entry(name, 1, "indicator", type);
    }
}
