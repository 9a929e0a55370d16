package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Aim: holding rows back changes how a generation is filled and never what is in it. Method: the same story written to a table in
 * memory at once, and through rows that are held; then a projection whose rows the database refuses.
 */
class FillingTest {

    private static final Table VERSIONS = Table.of("versions", "version");
    private static final Table KINDS = Table.of("kinds", "name");

    /** One row that is replaced again and again, one that never is, one now and then. */
    private static final class Counting implements Projector {

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Set<Class<? extends LedgerEvent>> families() {
            return Set.of(LedgerEvent.class);
        }

        @Override
        public List<Table> tables() {
            return List.of(VERSIONS, KINDS);
        }

        @Override
        public void apply(Fact fact, Rows rows) {
            rows.put(VERSIONS, fact.stream(), fact.position());
            rows.add(KINDS, fact.stream() + fact.position(), "new");
            if (fact.position() % 7 == 0) {
                rows.put(KINDS, "seventh " + fact.position() % 21, fact.position());
            }
        }
    }

    /** What tables would hold, as text. */
    private static final class Written {

        private final Map<String, Rows.Version> open = new TreeMap<>();
        private final List<String> closed = new ArrayList<>();

        void write(Map<Table, Rows.Writing> writing) {
            writing.forEach((table, rows) -> {
                rows.replaced().forEach((key, position) -> {
                    Rows.Version before = open.remove(table.name() + key);
                    if (before != null) {
                        closed.add(table.name() + before.until(position));
                    }
                });
                rows.versions().forEach(version -> {
                    if (version.to() == Table.OPEN) {
                        assertThat(open.put(table.name() + version.key(), version))
                                .as("the primary key")
                                .isNull();
                    } else {
                        closed.add(table.name() + version);
                    }
                });
            });
        }

        List<String> all() {
            List<String> all = new ArrayList<>(closed);
            open.forEach((key, version) -> all.add(key + version));
            return all.stream()
                    .map(row -> row.replaceFirst("^(versions|kinds).*?Version", "$1 Version"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Fact> story() {
        List<Fact> facts = new ArrayList<>();
        for (Story.Deed deed : Story.of(61, 600)) {
            facts.add(new Fact(
                    facts.size() + 1, 0, Instant.EPOCH, LocalDate.EPOCH, Things.OFFICER, "someCommand", deed.event()));
        }
        return facts;
    }

    private static Rows rows(List<Fact> facts) {
        Rows rows = new Rows();
        facts.forEach(fact -> rows.collect(new Counting(), fact));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 60, 1_000_000})
    void rows_that_are_held_back_end_as_those_that_are_written_at_once(int held) {
        Written atOnce = new Written();
        Written later = new Written();
        HeldRows rows = new HeldRows(held);
        List<Fact> story = story();
        for (int from = 0; from < story.size(); from += 13) {
            List<Fact> batch = story.subList(from, Math.min(story.size(), from + 13));
            atOnce.write(rows(batch).writing());
            later.write(rows.take(rows(batch).writing()));
        }
        later.write(rows.rest());
        assertThat(later.all()).hasSizeGreaterThan(1_200).isEqualTo(atOnce.all());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 2_000, 1_000_000})
    void a_key_that_was_noted_is_never_taken_for_absent(int most) {
        ReleasedKeys keys = new ReleasedKeys(most);
        assertThat(keys.mayHold("key 1")).isFalse();
        for (int i = 0; i < 5_000; i++) {
            keys.note("key " + i);
            keys.note("key " + i / 2);
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(keys.mayHold("key " + i)).isTrue();
        }
        assertThat(keys.mayHold("another key"))
                .as("of more than the bound, all")
                .isEqualTo(most < 5_000);
    }

    @Test
    void a_row_that_must_be_new_and_is_not_is_noticed() {
        HeldRows held = new HeldRows(100);
        Rows rows = rows(story().subList(0, 1));
        held.take(rows.writing());
        assertThatThrownBy(() -> held.take(rows(story().subList(0, 1)).writing()))
                .isInstanceOf(Rows.NotNew.class);
    }

    /** Makes the row of its area anew with every event of it. */
    private static Projector onceOnly(Projector sound) {
        return Altered.of(sound, (fact, rows) -> {
            if (fact.event() instanceof AreaEvent) {
                rows.add(sound.tables().getLast(), fact.stream(), fact.sequence());
            }
        });
    }

    @Test
    void a_second_row_of_one_key_is_the_fault_of_its_event_in_one_batch_as_across_batches() {
        try (QueryLedger ledger = QueryLedger.create()) {
            AreaEvent[] twice = new AreaEvent[] {area(), area()};
            ledger.record(Things.OPERATOR, LocalDate.of(2008, 1, 1), twice);
            ledger.await();
            Projector once = onceOnly(ledger.projections().named("reference"));
            Projections projections = Altered.over(ledger, List.of(once));
            List<Fact> facts = new LedgerFacts(ledger.database().reader()).after(0, 2);
            for (List<List<Fact>> batches :
                    List.of(List.of(facts), List.of(facts.subList(0, 1), facts.subList(1, 2)))) {
                emptied(ledger, once);
                batches.forEach(batch -> new TransactionTemplate(Altered.transactions(ledger))
                        .executeWithoutResult(status -> projections.write(once, batch)));
                assertThat(projections.deadLetters(0, 10))
                        .singleElement()
                        .extracting(DeadLetter::position)
                        .isEqualTo(2L);
                assertThat(RebuildingTest.rows(ledger, once).get("stream_version"))
                        .hasSize(1);
            }
            assertThat(projections.rebuild("reference", position -> {}).deadLetters())
                    .isEqualTo(1);
            assertThat(RebuildingTest.rows(ledger, once).get("stream_version")).hasSize(1);
        }
    }

    private static AreaEvent area() {
        return (AreaEvent) Things.reference(1, new HashSet<>());
    }

    /** As it was before the first event. */
    private static void emptied(QueryLedger ledger, Projector projector) {
        Generations generations = new Generations(ledger.sql());
        Generation serving = generations.serving(projector.name()).orElseThrow();
        projector
                .tables()
                .forEach(table -> ledger.sql()
                        .sql("truncate " + serving.schema() + "." + table.name())
                        .update());
        ledger.sql().sql("delete from query.dead_letter").update();
        generations.advance(serving, 0);
    }

    @Test
    void a_row_that_the_database_refuses_becomes_a_dead_letter_of_its_event_alone() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(62, 400));
            ledger.await();
            Projector sound = ledger.projections().named("progress");
            Map<String, List<String>> right = RebuildingTest.rows(ledger, sound);
            AtomicBoolean mended = new AtomicBoolean();
            Projections broken = Altered.over(ledger, List.of(stubborn(sound, mended)));
            assertThat(broken.rebuild("progress", position -> {}).deadLetters()).isPositive();
            assertThat(broken.deadLetters(0, 500))
                    .extracting(DeadLetter::cause)
                    .allSatisfy(cause -> assertThat(cause).containsAnyOf("not-a-date", "waits behind"));
            assertThat(new Generations(ledger.sql()).idle("progress")).isEmpty();
            mended.set(true);
            assertThat(broken.rebuild("progress", position -> {}).deadLetters()).isZero();
            assertThat(RebuildingTest.rows(ledger, sound)).isEqualTo(right);
        }
    }

    /** A projector whose rows of corrections no database takes. */
    private static Projector stubborn(Projector sound, AtomicBoolean mended) {
        return Altered.of(sound, (fact, rows) -> {
            if (!mended.get() && fact.event() instanceof ReadingEvent.ReadingCorrected) {
                Table readings = sound.tables().getLast();
                Object[] values = new Object[readings.columns().size()];
                Arrays.fill(values, "not-a-date");
                rows.add(readings, "refused " + fact.position(), values);
            } else {
                sound.apply(fact, rows);
            }
        });
    }
}
