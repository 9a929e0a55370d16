package org.maaledger.query.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maaledger.kernel.agreement.DraftReaders;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;

/** Aim: the tables show a draft to whom the rule of both sides names. Method: every office of a party, of the Government Office and of a stranger. */
class VisibilityTest {

    private static final QueryLedger LEDGER = QueryLedger.create();

    @BeforeAll
    static void tell() {
        TeesValley.draft(LEDGER);
        LEDGER.await();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void of_a_draft_is_that_of_the_rule_for_every_office(Office office) {
        for (String body : List.of("E06000002", "police:cleveland", "go:north-east", "go:london", "E06000099")) {
            Actor actor = Things.actor(body, office);
            boolean party = Set.of("E06000002", "police:cleveland").contains(body);
            assertThat(sees(actor))
                    .as("%s of %s", office, body)
                    .isEqualTo(DraftReaders.include(actor, Things.GOVERNMENT_OFFICE, party));
        }
    }

    @Test
    void of_a_draft_is_not_given_to_an_analyst_of_the_government_office() {
        assertThat(sees(Things.actor("go:north-east", Office.ANALYST))).isFalse();
        assertThat(sees(Things.actor("go:north-east", Office.GOVERNMENT_OFFICE)))
                .isTrue();
    }

    private static boolean sees(Actor actor) {
        return LEDGER.part(Questions.class)
                .ask(
                        Asked.NOW,
                        Set.of(Register.PROJECTION),
                        snapshot -> !VisibilityQueries.visible(snapshot, actor, List.of(TeesValley.AGREEMENT))
                                .isEmpty())
                .content();
    }
}
