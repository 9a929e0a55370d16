package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.ChangeResponsibleAuthority;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementEvent.ResponsibleAuthorityChanged;

/** The rules of leading an agreement. Each sentence is checked on the pure state and through the shell. */
class ResponsibleAuthorities {

    private static List<Dated> story() {
        return TeesValley.draft();
    }

    @Nested
    class Changing_the_responsible_authority {

        @Test
        void of_a_draft_is_done_by_the_present_one() {
            given().and(story())
                    .when(
                            new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .then(new ResponsibleAuthorityChanged(AGREEMENT, MIDDLESBROUGH, STOCKTON));
        }

        @Test
        void of_a_signed_agreement_needs_the_secretary_of_state() {
            given().and(inForce())
                    .when(
                            new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null),
                            officer(MIDDLESBROUGH),
                            "2009-01-05")
                    .thenRefused("not-minister");
        }

        @Test
        void of_a_signed_agreement_is_done_by_the_secretary_of_state() {
            given().and(inForce())
                    .when(new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null), minister(), "2009-01-05")
                    .then(new ResponsibleAuthorityChanged(AGREEMENT, MIDDLESBROUGH, STOCKTON));
        }

        @Test
        void to_a_partner_is_refused() {
            given().and(story())
                    .when(new ChangeResponsibleAuthority(AGREEMENT, POLICE, null), officer(MIDDLESBROUGH), "2008-05-05")
                    .thenRefused("responsible-authority-not-member");
        }

        @Test
        void to_the_same_is_refused() {
            given().and(story())
                    .when(
                            new ChangeResponsibleAuthority(AGREEMENT, MIDDLESBROUGH, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("responsible-authority-unchanged");
        }

        @Test
        void before_the_last_change_of_it_is_refused() {
            given().and(inForce())
                    .on("2009-01-05", new ResponsibleAuthorityChanged(AGREEMENT, MIDDLESBROUGH, STOCKTON))
                    .when(new ChangeResponsibleAuthority(AGREEMENT, MIDDLESBROUGH, null), minister(), "2009-01-04")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void after_its_period_is_refused() {
            given().and(inForce())
                    .when(new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null), minister(), "2011-04-01")
                    .thenRefused("agreement-ended");
        }
    }
}
