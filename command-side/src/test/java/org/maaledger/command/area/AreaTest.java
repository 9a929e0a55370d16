package org.maaledger.command.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.area.AreaCommand.SucceedArea;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.area.AreaEvent.AreaDetailsRevised;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.area.AreaEvent.AreaSucceeded;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;

/** Aim: places are registered once and never forgotten. Method: given an entry, when a command, then events or a refusal. */
class AreaTest {

    private static final AreaCode POOLE = new AreaCode("E06000029");
    private static final AreaCode BCP = new AreaCode("E06000058");
    private static final LocalDate ON = LocalDate.of(2019, 4, 1);
    private static final SourceRef SOURCE = new SourceRef("a code list", null, null);
    private static final AreaDetails DETAILS = details("Poole");
    private static final Area ENTRY = new Area.Registered(DETAILS, Map.of());

    private static AreaDetails details(String name) {
        return new AreaDetails(
                name, AreaLevel.UNITARY, null, null, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    private static Decision<AreaEvent> decide(Area area, AreaCommand command, Office office, boolean successorKnown) {
        Consulted consulted = new Consulted() {
            @Override
            public <S> S state(Fold<S> fold, String stream) {
                @SuppressWarnings("unchecked") // only areas are consulted
                S known = (S) new Area.Registered(details("Bournemouth, Christchurch and Poole"), Map.of());
                return successorKnown ? known : fold.empty();
            }
        };
        Actor actor = new Actor(
                new ActorId(UUID.fromString("00000000-0000-4000-8000-000000000001")), new BodyId("statistics"), office);
        return area.decide(command, consulted, new Act(actor, LocalDate.of(2020, 1, 1)));
    }

    private static void accepted(Area area, AreaCommand command, AreaEvent event) {
        assertThat(decide(area, command, Office.OPERATOR, true)).isEqualTo(Decision.accept(event));
    }

    private static void refused(Decision<AreaEvent> decision, String code) {
        assertThat(decision)
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(
                                refused.refusal().code())
                        .isEqualTo(code));
    }

    @Nested
    class Registering_an_area {

        private final RegisterArea command = new RegisterArea(POOLE, DETAILS, SOURCE, null);

        @Test
        void puts_it_into_the_register() {
            accepted(new Area.Unregistered(), command, new AreaRegistered(POOLE, DETAILS, SOURCE));
        }

        @Test
        void is_refused_a_second_time() {
            refused(decide(ENTRY, command, Office.OPERATOR, true), "area-already-registered");
        }

        @Test
        void is_refused_to_other_offices() {
            refused(
                    decide(new Area.Unregistered(), command, Office.AUTHORITY_OFFICER, true),
                    "area-register-not-yours");
        }
    }

    @Nested
    class Revising_its_details {

        @Test
        void keeps_the_earlier_entry_in_the_log() {
            AreaDetails corrected = details("Borough of Poole");
            accepted(
                    ENTRY,
                    new ReviseAreaDetails(POOLE, corrected, SOURCE, null),
                    new AreaDetailsRevised(POOLE, corrected, SOURCE));
        }

        @Test
        void is_refused_when_nothing_changes() {
            refused(
                    decide(ENTRY, new ReviseAreaDetails(POOLE, DETAILS, SOURCE, null), Office.OPERATOR, true),
                    "area-details-unchanged");
        }

        @Test
        void is_refused_when_it_is_not_registered() {
            ReviseAreaDetails command = new ReviseAreaDetails(POOLE, DETAILS, SOURCE, null);
            refused(decide(new Area.Unregistered(), command, Office.OPERATOR, true), "area-unknown");
        }
    }

    @Nested
    class Succession {

        private final SucceedArea command = new SucceedArea(POOLE, BCP, ON, SOURCE, null);

        @Test
        void names_the_successor_and_its_first_day() {
            accepted(ENTRY, command, new AreaSucceeded(POOLE, BCP, ON, SOURCE));
        }

        @Test
        void is_refused_when_the_successor_is_unknown() {
            refused(decide(ENTRY, command, Office.OPERATOR, false), "successor-unknown");
        }

        @Test
        void is_refused_by_itself() {
            refused(
                    decide(ENTRY, new SucceedArea(POOLE, POOLE, ON, SOURCE, null), Office.OPERATOR, true),
                    "area-succeeds-itself");
        }

        @Test
        void is_refused_when_it_is_on_record() {
            Area succeeded = ENTRY.evolve(new AreaSucceeded(POOLE, BCP, ON, SOURCE));
            refused(decide(succeeded, command, Office.OPERATOR, true), "succession-already-recorded");
        }
    }

    @Test
    void a_history_that_registers_twice_is_corrupt() {
        assertThatThrownBy(() -> ENTRY.evolve(new AreaRegistered(POOLE, DETAILS, SOURCE)))
                .isInstanceOf(CorruptHistory.class);
    }
}
