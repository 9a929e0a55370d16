package org.maaledger.command.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.indicator.IndicatorCommand.RedefineIndicator;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRedefined;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;

/** Aim: definitions follow each other, none is lost. Method: given an entry, when a command, then events or a refusal. */
class IndicatorTest {

    private static final IndicatorCode NI_154 = new IndicatorCode("ni:154");
    private static final LocalDate FROM = LocalDate.of(2009, 4, 1);
    private static final SourceRef SOURCE = new SourceRef("a handbook of definitions", null, null);
    private static final IndicatorDefinition FIRST = new IndicatorDefinition(
            1, "Net additional homes provided", "number", Polarity.HIGHER_IS_BETTER, null, null, true);
    private static final IndicatorDefinition SECOND =
            new IndicatorDefinition(2, "Net additional homes", "number", Polarity.HIGHER_IS_BETTER, null, null, true);
    private static final Indicator ENTRY = new Indicator.Registered(FIRST, false, null);

    private static Decision<IndicatorEvent> decide(Indicator indicator, IndicatorCommand command, Office office) {
        Actor actor = new Actor(
                new ActorId(UUID.fromString("00000000-0000-4000-8000-000000000001")), new BodyId("statistics"), office);
        return indicator.decide(command, new Act(actor, FROM));
    }

    private static void accepted(Indicator indicator, IndicatorCommand command, IndicatorEvent event) {
        assertThat(decide(indicator, command, Office.DATA_PROVIDER)).isEqualTo(Decision.accept(event));
    }

    private static void refused(Indicator indicator, IndicatorCommand command, String code) {
        refused(decide(indicator, command, Office.DATA_PROVIDER), code);
    }

    private static void refused(Decision<IndicatorEvent> decision, String code) {
        assertThat(decision)
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(
                                refused.refusal().code())
                        .isEqualTo(code));
    }

    @Test
    void an_indicator_is_registered_with_its_first_definition() {
        accepted(
                new Indicator.Unregistered(),
                new RegisterIndicator(NI_154, FIRST, false, SOURCE, null),
                new IndicatorRegistered(NI_154, FIRST, false, SOURCE));
    }

    @Test
    void a_first_definition_is_version_1() {
        RegisterIndicator command = new RegisterIndicator(NI_154, SECOND, false, SOURCE, null);
        refused(new Indicator.Unregistered(), command, "definition-out-of-turn");
    }

    @Test
    void an_indicator_is_registered_once() {
        refused(ENTRY, new RegisterIndicator(NI_154, FIRST, false, SOURCE, null), "indicator-already-registered");
    }

    @Test
    void the_catalogue_is_kept_by_data_providers_and_operators() {
        RegisterIndicator command = new RegisterIndicator(NI_154, FIRST, false, SOURCE, null);
        refused(decide(new Indicator.Unregistered(), command, Office.MINISTER), "catalogue-not-yours");
    }

    @Test
    void the_next_definition_has_the_next_version() {
        accepted(
                ENTRY,
                new RedefineIndicator(NI_154, SECOND, FROM, SOURCE, null),
                new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE));
        refused(ENTRY, new RedefineIndicator(NI_154, SECOND.as(3), FROM, SOURCE, null), "definition-out-of-turn");
    }

    @Test
    void a_definition_that_says_the_same_is_refused() {
        refused(ENTRY, new RedefineIndicator(NI_154, FIRST.as(2), FROM, SOURCE, null), "definition-unchanged");
    }

    @Test
    void what_is_not_registered_cannot_be_redefined_or_withdrawn() {
        Indicator nothing = new Indicator.Unregistered();
        refused(nothing, new RedefineIndicator(NI_154, SECOND, FROM, SOURCE, null), "indicator-unknown");
        refused(nothing, new WithdrawIndicator(NI_154, FROM, SOURCE, null), "indicator-unknown");
    }

    @Test
    void an_indicator_is_withdrawn_once_from_a_day_on() {
        IndicatorWithdrawn withdrawn = new IndicatorWithdrawn(NI_154, FROM, SOURCE);
        accepted(ENTRY, new WithdrawIndicator(NI_154, FROM, SOURCE, null), withdrawn);
        refused(
                ENTRY.evolve(withdrawn),
                new WithdrawIndicator(NI_154, FROM, SOURCE, null),
                "indicator-already-withdrawn");
    }

    @Test
    void a_history_that_redefines_what_is_not_registered_is_corrupt() {
        assertThatThrownBy(() ->
                        new Indicator.Unregistered().evolve(new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE)))
                .isInstanceOf(CorruptHistory.class);
    }
}
