package org.maaledger.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;

/** Aim: the audit trail tells a removal that was agreed from one that needed nobody. Method: the two events in words. */
class WithdrawalsInWordsTest {

    private static final InWords WORDS = new InWords(Map.of(Things.REASON, "It cannot be measured"));

    @Test
    void a_removal_names_the_renegotiation_that_was_approved() {
        assertThat(WORDS.of(new TargetWithdrawn(TeesValley.TARGET, Things.REASON, 2)))
                .isEqualTo("Renegotiation 2 was approved; the target was withdrawn: “It cannot be measured”.");
    }

    @Test
    void a_withdrawal_from_the_negotiation_names_none() {
        assertThat(WORDS.of(new TargetWithdrawn(TeesValley.TARGET, null))).isEqualTo("The target was withdrawn.");
    }
}
