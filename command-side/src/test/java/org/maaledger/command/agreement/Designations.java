package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.DesignateTarget;
import org.maaledger.command.decision.Dated;
import org.maaledger.kernel.agreement.AgreementEvent.DesignationRevoked;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** The rules of designation. Each sentence is checked on the pure state and through the shell. */
class Designations {

    private static final DesignateTarget DESIGNATE = new DesignateTarget(AGREEMENT, TARGET, null);

    /** One of the other targets, which is designated. */
    private static final TargetId OTHER = new TargetId(new UUID(1, 7));

    /** Its removal, proposed and approved as its second renegotiation. */
    private static List<Dated> removed(String date) {
        return List.of(
                new Dated(new TargetWithdrawn(OTHER, text("Merged with another").ref(), 2), LocalDate.parse(date)));
    }

    /** An agreement in force with this many other targets designated. */
    private static List<Dated> withDesignated(int others) {
        List<Dated> story = new ArrayList<>(inForce());
        for (int i = 0; i < others; i++) {
            story.add(new Dated(
                    new TargetDesignated(AGREEMENT, new TargetId(new UUID(1, i))), LocalDate.parse("2008-07-01")));
        }
        return story;
    }

    /** An agreement in force since 30 June 2008, and a target whose trajectory was agreed on {@code date}. */
    private static List<Dated> added(String date) {
        List<Dated> story = new ArrayList<>(consented());
        story.add(new Dated(signed(), LocalDate.parse("2008-06-30")));
        story.add(
                new Dated(new TrajectoryAgreed(TARGET, new Trajectory(1, null, milestones())), LocalDate.parse(date)));
        return story;
    }

    @Nested
    class Designating_a_target {

        @Test
        void is_done_by_the_secretary_of_state() {
            given().and(inForce())
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }

        @Test
        void is_refused_to_the_government_office() {
            given().and(inForce())
                    .when(DESIGNATE, governmentOffice(), "2008-07-10")
                    .thenRefused("not-minister");
        }

        @Test
        void is_done_on_the_last_day_of_the_window() {
            given().and(inForce())
                    .when(DESIGNATE, minister(), "2008-07-29")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }

        @Test
        void after_the_window_is_refused() {
            given().and(inForce()).when(DESIGNATE, minister(), "2008-07-30").thenRefused("designation-window-closed");
        }

        @Test
        void before_the_signing_is_refused() {
            given().and(inForce()).when(DESIGNATE, minister(), "2008-06-29").thenRefused("designation-window-closed");
        }

        @Test
        void of_a_draft_is_refused() {
            given().and(agreed()).when(DESIGNATE, minister(), "2008-06-10").thenRefused("agreement-not-in-force");
        }

        @Test
        void as_the_thirty_fifth_is_the_last_one() {
            given().and(withDesignated(34))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }

        @Test
        void as_the_thirty_sixth_is_refused() {
            given().and(withDesignated(35))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("designation-limit-reached");
        }

        @Test
        void is_possible_again_after_another_designation_was_revoked() {
            given().and(withDesignated(35))
                    .on("2008-07-05", new DesignationRevoked(AGREEMENT, new TargetId(new UUID(1, 7))))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }

        @Test
        void takes_the_place_of_one_that_was_removed() {
            given().and(withDesignated(35))
                    .and(removed("2008-07-05"))
                    .when(DESIGNATE, minister(), "2008-07-05")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }

        @Test
        void on_a_day_before_one_was_removed_is_refused_as_the_thirty_sixth() {
            given().and(withDesignated(35))
                    .and(removed("2008-07-05"))
                    .when(DESIGNATE, minister(), "2008-07-04")
                    .thenRefused("designation-limit-reached");
        }

        @Test
        void as_the_thirty_sixth_is_refused_although_one_was_revoked_and_then_removed() {
            given().and(withDesignated(35))
                    .on("2008-07-02", new DesignationRevoked(AGREEMENT, OTHER))
                    .on("2008-07-03", new TargetDesignated(AGREEMENT, new TargetId(new UUID(2, 1))))
                    .and(removed("2008-07-05"))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("designation-limit-reached");
        }

        @Test
        void that_is_statutory_is_refused() {
            given().on("2008-01-01", drafted(), signed())
                    .on("2008-01-02", proposed(TARGET, Polarity.HIGHER_IS_BETTER, TargetKind.STATUTORY))
                    .on("2008-01-03", new TrajectoryAgreed(TARGET, new Trajectory(1, null, milestones())))
                    .when(DESIGNATE, minister(), "2008-01-20")
                    .thenRefused("statutory-target-not-designated");
        }

        @Test
        void that_is_still_negotiated_is_refused() {
            given().and(consented())
                    .on("2008-06-30", signed())
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("target-not-agreed");
        }

        @Test
        void that_was_withdrawn_is_refused() {
            given().and(agreed())
                    .on("2008-06-20", new TargetWithdrawn(TARGET, null))
                    .on("2008-06-30", signed())
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("target-not-agreed");
        }

        @Test
        void before_its_trajectory_was_agreed_is_refused() {
            given().and(consented())
                    .on("2008-06-30", signed())
                    .on("2008-07-11", new TrajectoryAgreed(TARGET, new Trajectory(1, null, milestones())))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void twice_is_refused() {
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("target-already-designated");
        }

        @Test
        void of_another_agreement_is_refused() {
            given().and(inForce())
                    .when(new DesignateTarget(AGREEMENT, new TargetId(new UUID(9, 9)), null), minister(), "2008-07-10")
                    .thenRefused("target-unknown");
        }

        @Test
        void that_was_added_to_the_agreement_in_force_has_a_window_of_its_own() {
            List<Dated> added = added("2009-03-10");
            given().and(added).when(DESIGNATE, minister(), "2009-04-09").then(new TargetDesignated(AGREEMENT, TARGET));
            given().and(added).when(DESIGNATE, minister(), "2009-04-10").thenRefused("designation-window-closed");
            given().and(added).when(DESIGNATE, minister(), "2009-03-09").thenRefused("act-before-its-ground");
        }

        @Test
        void is_possible_until_the_end_of_a_month_that_is_too_short() {
            given().and(added("2009-01-31"))
                    .when(DESIGNATE, minister(), "2009-02-28")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
            given().and(added("2009-01-31"))
                    .when(DESIGNATE, minister(), "2009-03-01")
                    .thenRefused("designation-window-closed");
        }

        @Test
        void after_the_agreement_has_ended_is_refused() {
            given().and(added("2011-03-25"))
                    .when(DESIGNATE, minister(), "2011-04-01")
                    .thenRefused("agreement-ended");
        }

        @Test
        void as_the_thirty_sixth_on_its_own_date_is_refused_although_one_was_revoked_since() {
            given().and(withDesignated(35))
                    .on("2008-07-15", new DesignationRevoked(AGREEMENT, new TargetId(new UUID(1, 7))))
                    .when(DESIGNATE, minister(), "2008-07-14")
                    .thenRefused("designation-limit-reached");
            given().and(withDesignated(35))
                    .on("2008-07-15", new DesignationRevoked(AGREEMENT, new TargetId(new UUID(1, 7))))
                    .when(DESIGNATE, minister(), "2008-07-15")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }

        @Test
        void as_the_thirty_sixth_on_a_later_date_is_refused() {
            given().and(withDesignated(34))
                    .on("2008-07-20", new TargetDesignated(AGREEMENT, new TargetId(new UUID(2, 1))))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .thenRefused("designation-limit-reached");
        }

        @Test
        void again_before_its_designation_was_revoked_is_refused() {
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .on("2008-07-10", new DesignationRevoked(AGREEMENT, TARGET))
                    .when(DESIGNATE, minister(), "2008-07-09")
                    .thenRefused("act-before-its-ground");
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .on("2008-07-10", new DesignationRevoked(AGREEMENT, TARGET))
                    .when(DESIGNATE, minister(), "2008-07-10")
                    .then(new TargetDesignated(AGREEMENT, TARGET));
        }
    }
}
