package org.maaledger.command.area;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.area.AreaCommand.SucceedArea;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.testing.Scenario;
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
    private static final AreaRegistered ENTRY = new AreaRegistered(POOLE, DETAILS, SOURCE);
    private static final AreaRegistered SUCCESSOR =
            new AreaRegistered(BCP, details("Bournemouth, Christchurch and Poole"), SOURCE);

    private static AreaDetails details(String name) {
        return new AreaDetails(
                name, AreaLevel.UNITARY, null, null, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    private static AreaDetails partOf(List<AreaCode> parents, List<AreaCode> constituents, @Nullable AreaCode region) {
        return new AreaDetails(
                "Poole", AreaLevel.UNITARY, null, region, parents, constituents, List.of(), List.of(), null, null);
    }

    private static Scenario scene(AreaEvent... before) {
        return Scenario.given().on("2019-06-30", before);
    }

    private static Actor actor(Office office) {
        return new Actor(
                new ActorId(UUID.fromString("00000000-0000-4000-8000-000000000001")), new BodyId("statistics"), office);
    }

    private static Scenario when(AreaCommand command, Office office, AreaEvent... before) {
        return scene(before).when(command, actor(office), "2020-01-01");
    }

    @Nested
    class Registering_an_area {

        private final RegisterArea command = new RegisterArea(POOLE, DETAILS, SOURCE, null);

        @Test
        void puts_it_into_the_register() {
            when(command, Office.OPERATOR).then(ENTRY);
        }

        @Test
        void is_refused_a_second_time() {
            when(command, Office.OPERATOR, ENTRY).thenRefused("area-already-registered");
        }

        @Test
        void is_refused_as_a_part_of_itself() {
            for (AreaDetails own : List.of(
                    partOf(List.of(POOLE), List.of(), null),
                    partOf(List.of(), List.of(POOLE), null),
                    partOf(List.of(), List.of(), POOLE))) {
                when(new RegisterArea(POOLE, own, SOURCE, null), Office.OPERATOR)
                        .thenRefused("area-part-of-itself");
                when(new ReviseAreaDetails(POOLE, own, SOURCE, null), Office.OPERATOR, ENTRY)
                        .thenRefused("area-part-of-itself");
            }
        }

        @Test
        void is_refused_to_other_offices() {
            when(command, Office.AUTHORITY_OFFICER).thenRefused("area-register-not-yours");
        }
    }

    @Nested
    class Revising_its_details {

        @Test
        void keeps_the_earlier_entry_in_the_log() {
            AreaDetails corrected = details("Borough of Poole");
            when(new ReviseAreaDetails(POOLE, corrected, SOURCE, null), Office.OPERATOR, ENTRY)
                    .then(new AreaDetailsRevised(POOLE, corrected, SOURCE));
        }

        @Test
        void is_refused_when_nothing_changes() {
            when(new ReviseAreaDetails(POOLE, DETAILS, SOURCE, null), Office.OPERATOR, ENTRY)
                    .thenRefused("area-details-unchanged");
        }

        @Test
        void is_refused_when_it_is_not_registered() {
            ReviseAreaDetails command = new ReviseAreaDetails(POOLE, DETAILS, SOURCE, null);
            when(command, Office.OPERATOR).thenRefused("area-unknown");
        }
    }

    @Nested
    class Succession {

        private final SucceedArea command = new SucceedArea(POOLE, BCP, ON, SOURCE, null);

        @Test
        void names_the_successor_and_its_first_day() {
            when(command, Office.OPERATOR, ENTRY, SUCCESSOR).then(new AreaSucceeded(POOLE, BCP, ON, SOURCE));
        }

        @Test
        void is_refused_when_the_successor_is_unknown() {
            when(command, Office.OPERATOR, ENTRY).thenRefused("successor-unknown");
        }

        @Test
        void is_refused_by_itself() {
            when(new SucceedArea(POOLE, POOLE, ON, SOURCE, null), Office.OPERATOR, ENTRY)
                    .thenRefused("area-succeeds-itself");
        }

        @Test
        void is_refused_by_what_it_succeeded_itself() {
            SucceedArea back = new SucceedArea(BCP, POOLE, ON.plusYears(1), SOURCE, null);
            when(back, Office.OPERATOR, ENTRY, SUCCESSOR, new AreaSucceeded(POOLE, BCP, ON, SOURCE))
                    .thenRefused("area-succeeds-its-successor");
        }

        @Test
        void is_refused_by_what_its_predecessors_predecessor_was() {
            AreaCode third = new AreaCode("E06000099");
            SucceedArea back = new SucceedArea(third, POOLE, ON.plusYears(2), SOURCE, null);
            when(
                            back,
                            Office.OPERATOR,
                            ENTRY,
                            SUCCESSOR,
                            new AreaRegistered(third, details("A third"), SOURCE),
                            new AreaSucceeded(POOLE, BCP, ON, SOURCE),
                            new AreaSucceeded(BCP, third, ON.plusYears(1), SOURCE))
                    .thenRefused("area-succeeds-its-successor");
        }

        @Test
        void is_refused_on_a_day_on_which_the_place_had_only_begun() {
            when(command, Office.OPERATOR, from(POOLE, ON), SUCCESSOR).thenRefused("area-not-there-yet");
            when(command, Office.OPERATOR, from(POOLE, ON.minusDays(1)), SUCCESSOR)
                    .then(new AreaSucceeded(POOLE, BCP, ON, SOURCE));
        }

        @Test
        void is_refused_before_the_successor_begins() {
            when(command, Office.OPERATOR, ENTRY, from(BCP, ON.plusDays(1))).thenRefused("area-not-there-yet");
            when(command, Office.OPERATOR, ENTRY, from(BCP, ON)).then(new AreaSucceeded(POOLE, BCP, ON, SOURCE));
        }

        @Test
        void stays_later_than_the_first_day_that_is_corrected() {
            AreaSucceeded succeeded = new AreaSucceeded(POOLE, BCP, ON, SOURCE);
            AreaDetails same = from(POOLE, ON).details();
            AreaDetails before = from(POOLE, ON.minusDays(1)).details();
            when(new ReviseAreaDetails(POOLE, same, SOURCE, null), Office.OPERATOR, ENTRY, succeeded)
                    .thenRefused("area-not-there-yet");
            when(new ReviseAreaDetails(POOLE, before, SOURCE, null), Office.OPERATOR, ENTRY, succeeded)
                    .then(new AreaDetailsRevised(POOLE, before, SOURCE));
        }

        @Test
        void is_told_again_with_the_day_on_which_it_took_place() {
            LocalDate later = ON.plusYears(1);
            when(
                            new SucceedArea(POOLE, BCP, later, SOURCE, null),
                            Office.OPERATOR,
                            ENTRY,
                            SUCCESSOR,
                            new AreaSucceeded(POOLE, BCP, ON, SOURCE))
                    .then(new AreaSucceeded(POOLE, BCP, later, SOURCE));
        }

        @Test
        void leaves_the_first_day_of_the_successor_to_be_corrected() {
            AreaDetails later = from(BCP, ON.plusYears(1)).details();
            AreaSucceeded succeeded = new AreaSucceeded(POOLE, BCP, ON, SOURCE);
            when(new ReviseAreaDetails(BCP, later, SOURCE, null), Office.OPERATOR, ENTRY, SUCCESSOR, succeeded)
                    .then(new AreaDetailsRevised(BCP, later, SOURCE));
        }

        private static AreaRegistered from(AreaCode code, LocalDate day) {
            return new AreaRegistered(
                    code,
                    new AreaDetails(
                            "A place",
                            AreaLevel.UNITARY,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            day,
                            null),
                    SOURCE);
        }

        @Test
        void is_refused_when_it_is_on_record() {
            when(command, Office.OPERATOR, ENTRY, SUCCESSOR, new AreaSucceeded(POOLE, BCP, ON, SOURCE))
                    .thenRefused("succession-already-recorded");
        }
    }

    @Test
    void a_history_that_registers_twice_is_corrupt() {
        assertThatThrownBy(() -> new Area.Registered(DETAILS, Map.of()).evolve(ENTRY))
                .isInstanceOf(CorruptHistory.class);
    }
}
