package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.RevokeDesignation;
import org.maaledger.command.decision.Dated;
import org.maaledger.kernel.agreement.AgreementEvent.DesignationRevoked;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;

/** The rules of revoking a designation. Each sentence is checked on the pure state and through the shell. */
class Revocations {

    private static final RevokeDesignation REVOKE = new RevokeDesignation(AGREEMENT, TARGET, null);

    @Nested
    class Revoking_a_designation {

        @Test
        void makes_the_target_a_local_one() {
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .when(REVOKE, minister(), "2009-02-01")
                    .then(new DesignationRevoked(AGREEMENT, TARGET));
        }

        @Test
        void is_refused_to_others_than_the_secretary_of_state() {
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .when(REVOKE, officer(MIDDLESBROUGH), "2009-02-01")
                    .thenRefused("not-minister");
        }

        @Test
        void of_a_local_target_is_refused() {
            given().and(inForce()).when(REVOKE, minister(), "2009-02-01").thenRefused("target-not-designated");
        }

        @Test
        void of_a_target_that_was_removed_is_refused() {
            List<Dated> removed = new ArrayList<>(inForce());
            removed.add(new Dated(new TargetDesignated(AGREEMENT, TARGET), LocalDate.parse("2008-07-01")));
            removed.add(new Dated(
                    new TargetWithdrawn(TARGET, text("Merged with another").ref(), 2), LocalDate.parse("2009-02-01")));
            given().and(removed).when(REVOKE, minister(), "2009-02-01").thenRefused("target-not-designated");
            given().and(removed).when(REVOKE, minister(), "2009-01-31").then(new DesignationRevoked(AGREEMENT, TARGET));
        }

        @Test
        void before_it_was_made_is_refused() {
            given().and(inForce())
                    .on("2008-07-10", new TargetDesignated(AGREEMENT, TARGET))
                    .when(REVOKE, minister(), "2008-07-09")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void after_the_agreement_has_ended_is_refused() {
            given().and(inForce())
                    .on("2008-07-10", new TargetDesignated(AGREEMENT, TARGET))
                    .when(REVOKE, minister(), "2011-04-01")
                    .thenRefused("agreement-ended");
        }
    }
}
