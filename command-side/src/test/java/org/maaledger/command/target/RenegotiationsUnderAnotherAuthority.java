package org.maaledger.command.target;

import static org.maaledger.command.target.RenegotiationStory.*;
import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ConsentToRenegotiation;
import org.maaledger.command.target.TargetCommand.WithholdRenegotiationConsent;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.ResponsibleAuthorityChanged;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentWithheld;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/**
 * The consents to a renegotiation when another authority has become the responsible one since it was proposed. Each sentence is checked
 * on the pure state and through the shell.
 */
class RenegotiationsUnderAnotherAuthority {

    private static final ResponsibleAuthorityChanged CHANGED =
            new ResponsibleAuthorityChanged(AGREEMENT, MIDDLESBROUGH, STOCKTON);

    private static Scenario openUnderStockton() {
        return openAndConsented().on("2009-01-25", CHANGED);
    }

    @Nested
    class Approving_a_renegotiation {

        private final ApproveRenegotiation approve = new ApproveRenegotiation(TARGET, 1, null);

        @Test
        void without_the_consent_of_the_new_responsible_authority_is_refused() {
            openUnderStockton().when(approve, governmentOffice(), "2009-02-01").thenRefused("consents-missing");
            designatedAndConsented()
                    .on("2009-01-25", CHANGED)
                    .when(approve, minister(), "2009-02-01")
                    .thenRefused("consents-missing");
        }

        @Test
        void with_its_consent_is_possible() {
            openUnderStockton()
                    .on("2009-01-28", new RenegotiationConsentGiven(TARGET, 1, STOCKTON))
                    .when(approve, governmentOffice(), "2009-02-01")
                    .then(APPROVED);
        }

        @Test
        void is_done_by_the_new_responsible_authority_itself() {
            openUnderStockton().when(approve, officer(STOCKTON), "2009-02-01").then(APPROVED);
        }

        @Test
        void no_longer_waits_for_one_that_was_asked_as_the_responsible_authority_alone() {
            given().and(draft())
                    .on("2008-05-02", ofStocktonAndPolice())
                    .on("2008-06-01", new TrajectoryAgreed(TARGET, first()))
                    .on("2008-06-30", signed())
                    .on("2009-01-05", byThePolice())
                    .on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, STOCKTON))
                    .on("2009-01-25", CHANGED)
                    .when(approve, governmentOffice(), "2009-02-01")
                    .then(APPROVED);
        }

        private static TargetProposed ofStocktonAndPolice() {
            return new TargetProposed(
                    TARGET,
                    AGREEMENT,
                    TargetKind.LOCAL_IMPROVEMENT,
                    new SeriesId(HOMES, new AreaCode("E06000004"), GroupCode.ALL),
                    1,
                    "number",
                    Polarity.HIGHER_IS_BETTER,
                    List.of(STOCKTON, POLICE),
                    STOCKTON,
                    milestone(2010, "900"));
        }

        private static Trajectory first() {
            return new Trajectory(1, milestone(2007, "600"), milestones());
        }

        private static RenegotiationProposed byThePolice() {
            return new RenegotiationProposed(
                    TARGET,
                    1,
                    SECOND,
                    RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                    text("The recession").ref(),
                    false,
                    List.of(STOCKTON, MIDDLESBROUGH),
                    POLICE);
        }
    }

    @Nested
    class Answering_a_renegotiation {

        @Test
        void is_open_to_the_new_responsible_authority() {
            openUnderStockton()
                    .when(new ConsentToRenegotiation(TARGET, 1, null), officer(STOCKTON), "2009-01-28")
                    .then(new RenegotiationConsentGiven(TARGET, 1, STOCKTON));
            openUnderStockton()
                    .when(new WithholdRenegotiationConsent(TARGET, 1, null, null), officer(STOCKTON), "2009-01-28")
                    .then(new RenegotiationConsentWithheld(TARGET, 1, STOCKTON, null));
        }

        @Test
        void is_refused_to_who_proposed_it() {
            openUnderStockton()
                    .when(new ConsentToRenegotiation(TARGET, 1, null), officer(MIDDLESBROUGH), "2009-01-28")
                    .thenRefused("consent-not-asked");
        }
    }
}
