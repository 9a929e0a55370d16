package org.maaledger.query.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;

/** Says in a sentence what an event changed. */
final class InWords {

    private final Map<TextRef, String> texts;

    /** With the texts of the vault; one that was erased is missing. */
    InWords(Map<TextRef, String> texts) {
        this.texts = texts;
    }

    /** The texts that the sentence of {@code event} will quote. */
    static List<TextRef> refs(LedgerEvent event) {
        TextRef ref = switch (event) {
            case AgreementEvent.AgreementDrafted drafted -> drafted.title();
            case TargetEvent target -> TargetInWords.ref(target);
            case ReadingEvent.ReadingCorrected corrected -> corrected.ground();
            case AgreementEvent _, ReadingEvent _, AreaEvent _, IndicatorEvent _ -> null;
        };
        return ref == null ? List.of() : List.of(ref);
    }

    String of(LedgerEvent event) {
        return switch (event) {
            case AgreementEvent agreement -> agreement(agreement);
            case TargetEvent target -> new TargetInWords(this).of(target);
            case ReadingEvent reading -> ReadingInWords.of(reading, this);
            case AreaEvent area -> area(area);
            case IndicatorEvent indicator -> indicator(indicator);
        };
    }

    private String agreement(AgreementEvent event) {
        return switch (event) {
            case AgreementEvent.AgreementDrafted drafted ->
                "A %s was drafted: %s. It is for %s to %s and covers %s; members are %s%s; %s is responsible; the Government Office is %s; it is under the rules of %s."
                        .formatted(
                                drafted.kind().toString().replace('-', ' '),
                                quoted(drafted.title()),
                                drafted.from(),
                                drafted.to(),
                                drafted.area(),
                                bodies(drafted.members()),
                                drafted.partners().isEmpty() ? "" : "; partners are " + bodies(drafted.partners()),
                                drafted.responsibleAuthority(),
                                drafted.governmentOffice(),
                                drafted.rules().edition());
            case AgreementEvent.PartyJoined joined -> "%s joined as %s.".formatted(joined.body(), joined.role());
            case AgreementEvent.PartyLeft left -> "%s left.".formatted(left.body());
            case AgreementEvent.ResponsibleAuthorityChanged changed ->
                "The responsible authority changed from %s to %s.".formatted(changed.from(), changed.to());
            case AgreementEvent.AgreementSigned signed ->
                signed.topTierMembers().isEmpty()
                        ? "The agreement was signed."
                        : "The agreement was signed; its top-tier members then were %s."
                                .formatted(bodies(signed.topTierMembers()));
            case AgreementEvent.TargetDesignated designated ->
                "The target %s was designated.".formatted(designated.target());
            case AgreementEvent.DesignationRevoked revoked ->
                "The designation of the target %s was revoked; it goes on as a local one.".formatted(revoked.target());
        };
    }

    private static String area(AreaEvent event) {
        return switch (event) {
            case AreaEvent.AreaRegistered registered ->
                "%s (%s, %s) entered the area register, from %s."
                        .formatted(
                                registered.area(),
                                registered.details().name(),
                                registered.details().level(),
                                registered.source().name());
            case AreaEvent.AreaDetailsRevised revised ->
                "What is known of %s (%s) was revised, from %s."
                        .formatted(
                                revised.area(),
                                revised.details().name(),
                                revised.source().name());
            case AreaEvent.AreaSucceeded succeeded ->
                "%s was succeeded by %s on %s.".formatted(succeeded.area(), succeeded.by(), succeeded.on());
        };
    }

    private static String indicator(IndicatorEvent event) {
        return switch (event) {
            case IndicatorEvent.IndicatorRegistered registered ->
                "%s (%s) entered the indicator catalogue, from %s."
                        .formatted(
                                registered.indicator(),
                                registered.definition().title(),
                                registered.source().name());
            case IndicatorEvent.IndicatorRedefined redefined ->
                "Version %d of the definition of %s came into force on %s: %s."
                        .formatted(
                                redefined.definition().version(),
                                redefined.indicator(),
                                redefined.from(),
                                redefined.definition().title());
            case IndicatorEvent.IndicatorWithdrawn withdrawn ->
                "%s is no longer collected from %s on.".formatted(withdrawn.indicator(), withdrawn.from());
        };
    }

    /** The text in quotation marks, or that it was erased. */
    String quoted(TextRef ref) {
        String text = texts.get(ref);
        return text == null ? "(the text was erased)" : "“" + text + "”";
    }

    /** A reason to follow a sentence, or nothing where none was given. */
    String reason(@Nullable TextRef ref) {
        return ref == null ? "." : ": " + quoted(ref) + ".";
    }

    static String bodies(List<BodyId> bodies) {
        return bodies.stream().map(BodyId::value).collect(Collectors.joining(", "));
    }

    /** A day as a remark, where an act was entered later than it was done. */
    static String late(LocalDate actedOn, LocalDate recordedOn) {
        return actedOn.isBefore(recordedOn) ? " Entered late, on %s.".formatted(recordedOn) : "";
    }
}
