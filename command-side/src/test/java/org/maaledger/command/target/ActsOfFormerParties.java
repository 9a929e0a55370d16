package org.maaledger.command.target;

import static org.maaledger.command.testing.TeesValley.*;

import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ConsentToRenegotiation;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.PartyJoined;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;

/**
 * In which order acts around a departure can be entered (decision 0036): a renegotiation is open since 5 January 2009, the police leave
 * on 20 January. Each sentence is checked on the pure state and through the shell.
 */
class ActsOfFormerParties {

    private final ConsentToRenegotiation consent = new ConsentToRenegotiation(TARGET, 1, null);

    private static Scenario left() {
        return RenegotiationStory.open().on("2009-01-20", new PartyLeft(AGREEMENT, POLICE));
    }

    private static Scenario rejoined() {
        return left().on("2009-01-25", new PartyJoined(AGREEMENT, POLICE, PartyRole.PARTNER));
    }

    @Test
    void an_act_before_the_departure_is_refused_once_the_departure_is_entered() {
        left().when(consent, partner(POLICE), "2009-01-10").thenRefused("not-concerned");
    }

    @Test
    void an_act_before_the_departure_is_refused_to_a_body_that_has_joined_again() {
        rejoined().when(consent, partner(POLICE), "2009-01-10").thenRefused("act-before-its-ground");
    }

    @Test
    void a_body_that_has_joined_again_acts_from_that_day_on() {
        rejoined().when(consent, partner(POLICE), "2009-01-25").then(new RenegotiationConsentGiven(TARGET, 1, POLICE));
    }

    @Test
    void an_act_of_another_body_before_the_departure_can_be_entered_after_it() {
        left().when(new RefuseRenegotiation(TARGET, 1, null, null), governmentOffice(), "2009-01-10")
                .then(new RenegotiationRefused(TARGET, 1, null));
    }
}
