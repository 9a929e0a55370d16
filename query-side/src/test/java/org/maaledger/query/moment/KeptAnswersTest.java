package org.maaledger.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.AppendContext;
import org.maaledger.query.http.NotFound;
import org.maaledger.query.http.Paged;
import org.maaledger.query.progress.Progress;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Aim: an answer that was kept is the one that would be made. Method: a story is told; after every few events questions are asked over
 * HTTP, which keeps answers, and of the tables, by people who may see more and less; meanwhile tables are rebuilt, texts erased, and
 * events wait among the dead letters. Then the same beside a writer, where an answer must be that of its own position.
 */
class KeptAnswersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Paged PAGE = new Paged("", 50);
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final byte[] SALT = new byte[TextRef.SALT_BYTES];
    private static final List<Actor> ACTORS = List.of(
            Things.INSPECTOR,
            Things.ANALYST,
            Things.actor("E06000001", Office.AUTHORITY_OFFICER),
            Things.actor("E06000003", Office.AUTHORITY_OFFICER),
            Things.actor("go:north-east", Office.GOVERNMENT_OFFICE));

    /** A question as it is put over HTTP, and as it is answered from the tables. */
    private record Question(String address, Direct direct) {}

    @FunctionalInterface
    private interface Direct {
        Answer<?> ask(Asked asked, Actor actor);
    }

    /** What there is to ask about. */
    private static final class Known {
        private final LinkedHashSet<AgreementId> agreements = new LinkedHashSet<>();
        private final LinkedHashSet<TargetId> targets = new LinkedHashSet<>();

        synchronized void add(List<Story.Deed> deeds) {
            for (Story.Deed deed : deeds) {
                if (deed.event() instanceof AgreementEvent.AgreementDrafted drafted) {
                    agreements.add(drafted.agreement());
                } else if (deed.event() instanceof TargetEvent.TargetProposed proposed) {
                    targets.add(proposed.target());
                }
            }
        }

        synchronized List<Question> questions(QueryLedger ledger) {
            Register register = ledger.part(Register.class);
            Progress progress = ledger.part(Progress.class);
            List<Question> questions = new ArrayList<>();
            for (AgreementId id : agreements) {
                String address = "/v1/agreements/" + id;
                questions.add(new Question(address, (asked, actor) -> register.agreement(asked, id, actor)));
                questions.add(
                        new Question(address + "/targets", (asked, actor) -> register.targets(asked, id, PAGE, actor)));
                questions.add(new Question(
                        address + "/progress", (asked, actor) -> progress.ofAgreement(asked, id, PAGE, actor)));
            }
            for (TargetId id : targets) {
                String address = "/v1/targets/" + id;
                questions.add(new Question(address, (asked, actor) -> register.target(asked, id, actor)));
                questions.add(
                        new Question(address + "/progress", (asked, actor) -> progress.ofTarget(asked, id, actor)));
            }
            return questions;
        }
    }

    @Test
    void is_the_answer_that_would_be_made_after_whatever_happens() {
        try (QueryLedger ledger = QueryLedger.create()) {
            List<MockMvc> clients = ACTORS.stream().map(ledger::http).toList();
            Known known = new Known();
            Random random = new Random(5);
            List<Story.Deed> story = Story.of(31, 160);
            for (int from = 0; from < story.size(); from += 8) {
                List<Story.Deed> deeds = story.subList(from, Math.min(story.size(), from + 8));
                AppendContext context = new AppendContext();
                if (from == 0) {
                    context.vault(TextRef.to("the title", SALT), "the title", SALT);
                    context.vault(Things.REASON, "the reason", SALT);
                }
                long position = ledger.record(Things.OFFICER, deeds, context);
                known.add(deeds);
                compare(ledger, clients, known, random, position);
                happen(ledger, from / 8, position);
                compare(ledger, clients, known, random, position);
            }
            KeptAnswers.Counts counts = ledger.part(KeptAnswers.class).counts();
            assertThat(counts.given()).isGreaterThan(100);
            assertThat(counts.made()).isGreaterThan(100);
            assertThat(counts.bytes()).isBetween(1L, KeptAnswers.BYTES_MAX);
        }
    }

    private static void happen(QueryLedger ledger, int step, long position) {
        switch (step) {
            case 4 -> ledger.projections().rebuild("register", reached -> {});
            case 6 -> ledger.projections().rebuild("progress", reached -> {});
            case 8, 15 -> letter(ledger, position);
            case 9, 16 -> ledger.sql().sql("delete from query.dead_letter").update();
            case 11 -> erase(ledger, TextRef.to("the title", SALT));
            case 13 -> erase(ledger, Things.REASON);
            default -> {
                // Only the story goes on.
            }
        }
    }

    /** As if the newest event that the register holds could not have been applied. */
    private static void letter(QueryLedger ledger, long position) {
        ledger.sql().sql("""
                        insert into query.dead_letter (projection, generation, stream, position, event_name, cause)
                        select p.name, p.serving, e.aggregate_id, e.position, e.name, 'a test'
                        from query.projection p, ledger.event e
                        where e.position <= ? and e.aggregate_type in ('agreement', 'target') and p.name in ('register', 'progress')
                        order by e.position desc limit 2""").param(position).update();
    }

    private static void erase(QueryLedger ledger, TextRef ref) {
        try (Connection owner = ledger.database().owner().getConnection();
                PreparedStatement delete = owner.prepareStatement("delete from vault.text where ref = ?")) {
            delete.setString(1, ref.value());
            assertThat(delete.executeUpdate()).isEqualTo(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(QueryLedger ledger, List<MockMvc> clients, Known known, Random random, long position) {
        List<Question> questions = known.questions(ledger);
        Asked now = Asked.NOW.including(position);
        for (int i = 0; i < 8; i++) {
            Question question = questions.get(random.nextInt(questions.size()));
            int actor = random.nextInt(ACTORS.size());
            boolean earlier = random.nextInt(4) == 0;
            long then = 1 + random.nextLong(position);
            Asked moment = earlier ? Asked.asOf(then) : now;
            LocalDate day = random.nextInt(4) == 0 ? LocalDate.of(2007 + random.nextInt(5), 6, 30) : null;
            Asked asked = new Asked(moment.asOf(), day, moment.minPosition());
            String address = question.address()
                    + (earlier ? "?as-of=" + then + "&min-position=0" : "?min-position=" + position)
                    + (day == null ? "" : "&valid-on=" + day);
            // Twice, so that the second may be the first again.
            for (int time = 1; time <= 2; time++) {
                assertThat(compared(asked, over(clients.get(actor), address)))
                        .as("%s by %s", address, ACTORS.get(actor))
                        .isEqualTo(compared(asked, made(() -> question.direct().ask(asked, ACTORS.get(actor)))));
            }
        }
    }

    /** Where no day is named it is today, and midnight may lie between two answers. */
    private static JsonNode compared(Asked asked, JsonNode answer) {
        return asked.validOn() == null && answer instanceof ObjectNode object ? object.without("validOn") : answer;
    }

    private static JsonNode over(MockMvc client, String address) {
        try {
            var response = client.perform(get(address)).andReturn().getResponse();
            return response.getStatus() == 200
                    ? JSON.readTree(response.getContentAsByteArray())
                    : JSON.getNodeFactory().numberNode(response.getStatus());
        } catch (Exception e) {
            throw new IllegalStateException(address, e);
        }
    }

    private static JsonNode made(Supplier<Answer<?>> direct) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(direct.get()));
        } catch (NotFound e) {
            return JSON.getNodeFactory().numberNode(404);
        } catch (org.maaledger.query.http.NotReadable e) {
            return JSON.getNodeFactory().numberNode(503);
        }
    }

    @Test
    void is_that_of_its_own_position_beside_a_writer_and_rebuilds() {
        try (QueryLedger ledger = QueryLedger.create()) {
            Known known = new Known();
            List<Story.Deed> story = Story.of(32, 400);
            List<Story.Deed> beginning = story.subList(0, 100);
            ledger.record(Things.OFFICER, beginning, new AppendContext());
            known.add(beginning);
            ledger.await();
            List<Question> questions = known.questions(ledger);
            AtomicBoolean told = new AtomicBoolean();
            List<CompletableFuture<Void>> readers = IntStream.range(0, 3)
                    .mapToObj(reader -> CompletableFuture.runAsync(
                            () -> read(ledger, questions, reader, told),
                            begun -> Thread.ofPlatform().daemon().start(begun)))
                    .toList();
            for (int from = 100; from < story.size(); from += 6) {
                ledger.record(
                        Things.OFFICER, story.subList(from, Math.min(story.size(), from + 6)), new AppendContext());
                if (from % 150 == 100) {
                    ledger.projections().rebuild("progress", reached -> {});
                    ledger.projections().rebuild("register", reached -> {});
                    awaitGiven(ledger, readers);
                }
            }
            awaitGiven(ledger, readers);
            told.set(true);
            readers.forEach(CompletableFuture::join);
        }
    }

    /** Until an answer was given once more, or a reader has come to grief. */
    private static void awaitGiven(QueryLedger ledger, List<CompletableFuture<Void>> readers) {
        KeptAnswers answers = ledger.part(KeptAnswers.class);
        long before = answers.counts().given();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (answers.counts().given() == before && System.nanoTime() < deadline) {
            readers.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(answers.counts().given()).isGreaterThan(before);
    }

    private static void read(QueryLedger ledger, List<Question> questions, int reader, AtomicBoolean told) {
        MockMvc client = ledger.http(Things.INSPECTOR);
        Random random = new Random(reader);
        int few = Math.min(12, questions.size());
        for (int i = 0; i < 20 || !told.get(); i++) {
            Question question = questions.get(random.nextInt(few));
            JsonNode answer = over(client, question.address());
            long position = answer.get("position").asLong();
            Asked asked = Asked.asOf(position);
            assertThat(compared(asked, answer))
                    .as("%s at %d", question.address(), position)
                    .isEqualTo(compared(asked, made(() -> question.direct().ask(asked, Things.INSPECTOR))));
        }
    }
}
