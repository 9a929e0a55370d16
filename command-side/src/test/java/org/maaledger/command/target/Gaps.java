package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.DeclareGap;
import org.maaledger.kernel.agreement.AgreementEvent.PartyJoined;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetEvent.BaselineGapDeclared;

/** The rules of gaps in the place of a baseline. Each sentence is checked on the pure state and through the shell. */
class Gaps {

    @Nested
    class Declaring_a_gap {

        private DeclareGap gap(BodyId owner, String fillBy) {
            return new DeclareGap(TARGET, owner, LocalDate.parse(fillBy), text("A survey is under way"), null);
        }

        @Test
        void says_who_fills_it_and_by_when() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(POLICE, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-03")
                    .then(new BaselineGapDeclared(
                            TARGET,
                            POLICE,
                            LocalDate.parse("2008-12-31"),
                            text("A survey is under way").ref()));
        }

        @Test
        void where_there_is_a_baseline_is_refused() {
            given().and(consented())
                    .when(gap(POLICE, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-21")
                    .thenRefused("baseline-known");
        }

        @Test
        void to_be_filled_by_a_stranger_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(HARTLEPOOL, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("owner-not-party");
        }

        @Test
        void to_be_filled_by_a_body_that_had_not_joined_yet_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-20", new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER))
                    .when(gap(HARTLEPOOL, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-19")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void to_be_filled_in_the_past_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(POLICE, "2008-05-03"), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("gap-date-outside");
        }

        @Test
        void to_be_filled_after_the_agreement_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(POLICE, "2011-04-01"), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("gap-date-outside");
        }
    }
}
