package org.maaledger.query.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.AppendContext;
import org.maaledger.query.history.History;
import org.maaledger.query.history.Step;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.AskedTwice;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;

/** Aim: nothing is ever left out without a word. Method: an agreement of more targets than any page or bound of the program. */
class ManyTargetsTest {

    private static final int TARGETS = 2_345;
    private static final LocalDate DAY = LocalDate.of(2008, 6, 1);
    private static final AgreementId AGREEMENT = TeesValley.AGREEMENT;
    private static final QueryLedger LEDGER = QueryLedger.create();

    @BeforeAll
    static void tell() {
        LEDGER.record(Things.OFFICER, DAY, Things.drafted(AGREEMENT));
        List<Story.Deed> deeds = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            deeds.add(new Story.Deed(Things.proposed(target(i), AGREEMENT, TeesValley.SERIES), DAY));
        }
        LEDGER.record(Things.OFFICER, deeds, new AppendContext());
        LEDGER.record(Things.OFFICER, DAY, new TargetEvent.ConsentGiven(target(TARGETS - 1), 1, TeesValley.HARTLEPOOL));
        LEDGER.await();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static TargetId target(int number) {
        return new TargetId(new UUID(0x4000, 0x8000_0000_0000_0000L + number));
    }

    @Test
    void the_history_of_the_agreement_tells_of_every_one() {
        Set<String> streams = new HashSet<>();
        int steps = 0;
        String next = "";
        while (next != null) {
            Page<Step> page = LEDGER.part(History.class)
                    .ofAgreement(Asked.NOW, AGREEMENT, new Paged(next, 500), Things.INSPECTOR)
                    .content();
            page.items().forEach(step -> streams.add(step.stream()));
            steps += page.items().size();
            next = page.next();
        }
        assertThat(streams).hasSize(TARGETS + 1);
        assertThat(steps).isEqualTo(TARGETS + 2);
    }

    @Test
    void a_comparison_lays_every_one_side_by_side() {
        Set<String> subjects = new HashSet<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            Comparison.Compared page = compare(new AsOf.Position(1), next);
            Set<String> here = new HashSet<>();
            page.differences().forEach(difference -> here.add(difference.subject()));
            assertThat(subjects).as("one target stands on one page").doesNotContainAnyElementsOf(here);
            subjects.addAll(here);
            next = page.next();
            pages++;
        }
        assertThat(subjects).hasSize(TARGETS);
        assertThat(pages).isBetween(10, 60);
    }

    @Test
    void a_comparison_finds_the_only_difference_in_the_last_one() {
        Comparison.Compared found = compare(new AsOf.Position(TARGETS + 1), "");
        assertThat(found.differences()).hasSize(1);
        assertThat(found.differences().getFirst().subject()).isEqualTo("Target " + target(TARGETS - 1));
        assertThat(found.next()).isNull();
    }

    private static Comparison.Compared compare(AsOf from, String after) {
        return LEDGER.part(Comparison.class)
                .of(
                        AGREEMENT,
                        new AskedTwice(new Asked(from, null, 0), Asked.NOW),
                        new Paged(after, 300),
                        Things.INSPECTOR)
                .content();
    }
}
