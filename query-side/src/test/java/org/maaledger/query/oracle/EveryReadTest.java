package org.maaledger.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;
import org.maaledger.query.feed.Feed;
import org.maaledger.query.history.History;
import org.maaledger.query.history.Step;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.AskedTwice;
import org.maaledger.query.progress.Progress;
import org.maaledger.query.progress.TargetStanding;
import org.maaledger.query.projection.Projections;
import org.maaledger.query.register.AgreementEntry;
import org.maaledger.query.register.Comparison;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;

/**
 * Aim: every read tells what was known, at whatever position and for whatever day, live and rebuilt. Method: stories with
 * renegotiations, corrections, withdrawals and acts entered late; at each prefix progress, history, feed and comparison are set
 * against plain folds of that prefix, with and without a day. The register's own parts are those of {@link EveryPrefixTest}.
 */
class EveryReadTest {

    private static final Paged ALL = new Paged("", 500);

    private final Random random = new Random(5);
    private final ProgressFold progress = new ProgressFold();
    private final List<StoredEvent> known = new ArrayList<>();

    @Test
    void equals_the_fold_at_every_prefix_with_and_without_a_day() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(13, 160));
            ledger.await();
            compareAll(ledger, 1);
        }
    }

    @Test
    void equals_the_fold_after_every_projection_was_rebuilt() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(17, 300));
            ledger.await();
            Projections projections = ledger.projections();
            projections.names().forEach(name -> projections.rebuild(name, position -> {}));
            compareAll(ledger, 9);
        }
    }

    private void compareAll(QueryLedger ledger, int every) {
        for (StoredEvent event : ledger.database().reader().after(0, 10_000)) {
            known.add(event);
            progress.add(event);
            if (event.position() % every == 0) {
                Asked now = Asked.asOf(event.position());
                LocalDate day = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(1300));
                for (Asked asked : List.of(now, new Asked(now.asOf(), day, 0))) {
                    feed(ledger, asked);
                    for (AgreementId agreement : agreements(asked)) {
                        progress(ledger, asked, agreement);
                        history(ledger, asked, agreement);
                    }
                }
                comparison(ledger, event.position());
            }
        }
    }

    private List<AgreementId> agreements(Asked asked) {
        return known.stream()
                .filter(event -> asked.counts(event.actedOn()))
                .map(StoredEvent::payload)
                .filter(AgreementEvent.AgreementDrafted.class::isInstance)
                .map(event -> ((AgreementEvent.AgreementDrafted) event).agreement())
                .toList();
    }

    private void progress(QueryLedger ledger, Asked asked, AgreementId agreement) {
        Answer<Page<Progress.TargetProgress>> answer =
                ledger.part(Progress.class).ofAgreement(asked, agreement, ALL, Things.INSPECTOR);
        Map<TargetId, TargetStanding> told = new LinkedHashMap<>();
        answer.content().items().forEach(one -> told.put(one.target(), one.progress()));
        assertThat(told)
                .as("%s of %s", asked, agreement)
                .isEqualTo(progress.of(agreement, answer.validOn(), asked.validOn()));
    }

    private void history(QueryLedger ledger, Asked asked, AgreementId agreement) {
        Set<String> streams = new TreeSet<>();
        streams.add(agreement.toString());
        known.stream()
                .filter(event -> asked.counts(event.actedOn()))
                .map(StoredEvent::payload)
                .filter(event -> event instanceof TargetEvent.TargetProposed proposed
                        && proposed.agreement().equals(agreement))
                .forEach(event -> streams.add(event.stream()));
        List<Long> expected = known.stream()
                .filter(event -> asked.counts(event.actedOn()) && streams.contains(event.stream()))
                .map(StoredEvent::position)
                .toList();
        List<Step> steps = ledger.part(History.class)
                .ofAgreement(asked, agreement, ALL, Things.INSPECTOR)
                .content()
                .items();
        assertThat(steps)
                .as("%s of %s", asked, agreement)
                .extracting(Step::position)
                .isEqualTo(expected);
        steps.forEach(this::saysWhatIsStored);
    }

    private void saysWhatIsStored(Step step) {
        StoredEvent stored = known.get((int) step.position() - 1);
        assertThat(step.change()).isEqualTo(stored.payload());
        assertThat(step.actedOn()).isEqualTo(stored.actedOn());
        assertThat(step.recordedAt()).isEqualTo(stored.recordedAt());
        assertThat(step.sequence()).isEqualTo(stored.sequence());
        assertThat(step.body()).isEqualTo(stored.actor().body());
        assertThat(step.words()).isNotBlank();
    }

    private void feed(QueryLedger ledger, Asked asked) {
        List<Long> expected = known.stream()
                .filter(event -> asked.counts(event.actedOn()))
                .map(StoredEvent::position)
                .toList();
        assertThat(ledger.part(Feed.class)
                        .after(asked, 0, 500, Things.INSPECTOR)
                        .content()
                        .items())
                .as("%s", asked)
                .extracting(Step::position)
                .isEqualTo(expected);
    }

    /** Every field that the register gives differently at two positions, and nothing else, differs in the comparison. */
    private void comparison(QueryLedger ledger, long position) {
        long before = random.nextInt((int) position);
        Asked then = Asked.asOf(before);
        Asked now = Asked.asOf(position);
        for (AgreementId agreement : agreements(now)) {
            Map<String, String> first = statements(ledger, then, agreement);
            Map<String, String> second = statements(ledger, now, agreement);
            Set<String> fields = new TreeSet<>(first.keySet());
            fields.addAll(second.keySet());
            Set<String> differ = new TreeSet<>();
            for (String field : fields) {
                if (!Objects.equals(first.get(field), second.get(field))) {
                    differ.add("%s: %s, %s".formatted(field, first.get(field), second.get(field)));
                }
            }
            Comparison.Compared compared = ledger.part(Comparison.class)
                    .of(
                            agreement,
                            new AskedTwice(then, new Asked(new AsOf.Position(position), null, 0)),
                            ALL,
                            Things.INSPECTOR)
                    .content();
            assertThat(compared.differences())
                    .as("%d to %d of %s", before, position, agreement)
                    .extracting(one -> "%s|%s: %s, %s".formatted(one.subject(), one.field(), one.before(), one.after()))
                    .containsExactlyInAnyOrderElementsOf(differ);
        }
    }

    private static Map<String, String> statements(QueryLedger ledger, Asked asked, AgreementId agreement) {
        Statements statements = new Statements();
        Register register = ledger.part(Register.class);
        List<AgreementEntry> there = register.agreements(asked, ALL, Things.INSPECTOR).content().items().stream()
                .filter(entry -> entry.id().equals(agreement))
                .toList();
        if (!there.isEmpty()) {
            there.forEach(statements::add);
            register.targets(asked, agreement, ALL, Things.INSPECTOR)
                    .content()
                    .items()
                    .forEach(statements::add);
        }
        return statements.all();
    }
}
