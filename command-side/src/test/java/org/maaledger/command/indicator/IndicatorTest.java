package org.maaledger.command.indicator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.indicator.IndicatorCommand.RedefineIndicator;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.command.testing.Scenario;
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
    private static final IndicatorRegistered ENTRY = new IndicatorRegistered(NI_154, FIRST, false, SOURCE);

    private static Scenario when(IndicatorCommand command, Office office, IndicatorEvent... before) {
        Actor actor = new Actor(
                new ActorId(UUID.fromString("00000000-0000-4000-8000-000000000001")), new BodyId("statistics"), office);
        return Scenario.given().on("2008-06-30", before).when(command, actor, "2009-04-01");
    }

    private static void accepted(IndicatorCommand command, IndicatorEvent event, IndicatorEvent... before) {
        when(command, Office.DATA_PROVIDER, before).then(event);
    }

    private static void refused(IndicatorCommand command, String code, IndicatorEvent... before) {
        when(command, Office.DATA_PROVIDER, before).thenRefused(code);
    }

    @Test
    void an_indicator_is_registered_with_its_first_definition() {
        accepted(new RegisterIndicator(NI_154, FIRST, false, SOURCE, null), ENTRY);
    }

    @Test
    void a_first_definition_is_version_1() {
        refused(new RegisterIndicator(NI_154, SECOND, false, SOURCE, null), "definition-out-of-turn");
    }

    @Test
    void an_indicator_is_registered_once() {
        refused(new RegisterIndicator(NI_154, FIRST, false, SOURCE, null), "indicator-already-registered", ENTRY);
    }

    @Test
    void the_catalogue_is_kept_by_data_providers_and_operators() {
        RegisterIndicator command = new RegisterIndicator(NI_154, FIRST, false, SOURCE, null);
        when(command, Office.MINISTER).thenRefused("catalogue-not-yours");
    }

    @Test
    void the_next_definition_has_the_next_version() {
        accepted(
                new RedefineIndicator(NI_154, SECOND, FROM, SOURCE, null),
                new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE),
                ENTRY);
        refused(new RedefineIndicator(NI_154, SECOND.as(3), FROM, SOURCE, null), "definition-out-of-turn", ENTRY);
    }

    @Test
    void a_definition_that_says_the_same_is_refused() {
        refused(new RedefineIndicator(NI_154, FIRST.as(2), FROM, SOURCE, null), "definition-unchanged", ENTRY);
    }

    @Test
    void what_is_not_registered_cannot_be_redefined_or_withdrawn() {
        refused(new RedefineIndicator(NI_154, SECOND, FROM, SOURCE, null), "indicator-unknown");
        refused(new WithdrawIndicator(NI_154, FROM, SOURCE, null), "indicator-unknown");
    }

    @Test
    void an_indicator_is_withdrawn_once_from_a_day_on() {
        IndicatorWithdrawn withdrawn = new IndicatorWithdrawn(NI_154, FROM, SOURCE);
        WithdrawIndicator command = new WithdrawIndicator(NI_154, FROM, SOURCE, null);
        accepted(command, withdrawn, ENTRY);
        refused(command, "indicator-already-withdrawn", ENTRY, withdrawn);
    }

    @Test
    void a_history_that_redefines_what_is_not_registered_is_corrupt() {
        assertThatThrownBy(
                        () -> new Indicator.Unregistered().evolve(new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE)))
                .isInstanceOf(CorruptHistory.class);
    }

    @Test
    void each_definition_applies_from_a_later_day_than_the_one_before() {
        IndicatorRedefined second = new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE);
        IndicatorDefinition third = FIRST.as(3);
        refused(new RedefineIndicator(NI_154, third, FROM, SOURCE, null), "definition-before-the-last", ENTRY, second);
        accepted(
                new RedefineIndicator(NI_154, third, FROM.plusDays(1), SOURCE, null),
                new IndicatorRedefined(NI_154, third, FROM.plusDays(1), SOURCE),
                ENTRY,
                second);
    }

    @Test
    void an_indicator_is_not_withdrawn_from_a_day_before_its_last_definition() {
        IndicatorRedefined second = new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE);
        WithdrawIndicator before = new WithdrawIndicator(NI_154, FROM.minusDays(1), SOURCE, null);
        refused(before, "withdrawn-before-its-definition", ENTRY, second);
    }

    @Test
    void an_indicator_is_withdrawn_from_the_day_from_which_a_definition_was_to_apply() {
        IndicatorRedefined second = new IndicatorRedefined(NI_154, SECOND, FROM, SOURCE);
        IndicatorWithdrawn withdrawn = new IndicatorWithdrawn(NI_154, FROM, SOURCE);
        accepted(new WithdrawIndicator(NI_154, FROM, SOURCE, null), withdrawn, ENTRY, second);
    }

    @Test
    void an_indicator_is_not_redefined_from_a_day_on_which_it_is_no_longer_collected() {
        IndicatorWithdrawn withdrawn = new IndicatorWithdrawn(NI_154, FROM, SOURCE);
        refused(
                new RedefineIndicator(NI_154, SECOND, FROM, SOURCE, null),
                "indicator-already-withdrawn",
                ENTRY,
                withdrawn);
    }
}
