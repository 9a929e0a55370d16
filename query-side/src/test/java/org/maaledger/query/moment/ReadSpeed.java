package org.maaledger.query.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maaledger.query.history.History;
import org.maaledger.query.http.Paged;
import org.maaledger.query.progress.Progress;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.LargeAgreement;
import org.maaledger.query.testing.ProcessorTime;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Things;
import tools.jackson.databind.json.JsonMapper;

/**
 * Aim: figures for docs/performance.md, printed and not judged, because machines differ. Method: an agreement of 500 targets and some
 * 5,000 events among others; each question is put again and again by one reader and by 32, each waiting for its answer and writing it
 * as JSON, or being given a kept one; as of now, and as of positions early, in the middle and late in the history.
 */
@Tag("full")
class ReadSpeed {

    private static final int TARGETS = Integer.getInteger("maal.reads.targets", 500);
    private static final int READERS = Integer.getInteger("maal.reads.readers", 32);
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("maal.reads.seconds", 6));
    private static final String ONLY = System.getProperty("maal.reads.only", "");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void of_an_agreement_of_many_targets_is_printed() {
        try (QueryLedger ledger = QueryLedger.create()) {
            LargeAgreement agreement = new LargeAgreement(1, TARGETS);
            long first = agreement.tell(ledger);
            long last = agreement.renegotiate(ledger, 1);
            ledger.await();
            ask(ledger, "now", questions(ledger, agreement, Asked.NOW));
            ask(ledger, "as of an early position", questions(ledger, agreement, Asked.asOf(first / 8)));
            ask(ledger, "as of a middle position", questions(ledger, agreement, Asked.asOf(first / 2)));
            ask(ledger, "as of a late position", questions(ledger, agreement, Asked.asOf(last - 1)));
            for (int more = 2; more <= 4; more++) {
                agreement.renegotiate(ledger, more);
                new LargeAgreement(more, TARGETS).tell(ledger);
            }
            ledger.await();
            String grown = ", after " + (ledger.database().reader().head() - last) + " more events";
            ask(ledger, "now" + grown, questions(ledger, agreement, Asked.NOW));
            ask(ledger, "as of a middle position" + grown, questions(ledger, agreement, Asked.asOf(first / 2)));
            ask(ledger, "as of a late position" + grown, questions(ledger, agreement, Asked.asOf(last - 1)));
        }
    }

    private static Map<String, Supplier<byte[]>> questions(QueryLedger ledger, LargeAgreement agreement, Asked asked) {
        Register register = ledger.part(Register.class);
        Progress progress = ledger.part(Progress.class);
        History history = ledger.part(History.class);
        Map<String, Supplier<byte[]>> questions = new LinkedHashMap<>();
        questions.put("agreement", () -> made(register.agreement(asked, agreement.id(), Things.ANALYST)));
        questions.put("agreement, kept", () -> kept(register.agreementWritten(asked, agreement.id(), Things.ANALYST)));
        for (int size : new int[] {Paged.SIZE_DEFAULT, Paged.SIZE_MAX}) {
            Paged page = new Paged("", size);
            questions.put(
                    "targets, page of " + size,
                    () -> made(register.targets(asked, agreement.id(), page, Things.ANALYST)));
            questions.put(
                    "targets, kept, page of " + size,
                    () -> kept(register.targetsWritten(asked, agreement.id(), page, Things.ANALYST)));
            questions.put(
                    "progress of the agreement, page of " + size,
                    () -> made(progress.ofAgreement(asked, agreement.id(), page, Things.ANALYST)));
            questions.put(
                    "progress of the agreement, kept, page of " + size,
                    () -> kept(progress.ofAgreementWritten(asked, agreement.id(), page, Things.ANALYST)));
            questions.put(
                    "history of the agreement, page of " + size,
                    () -> made(history.ofAgreement(asked, agreement.id(), page, Things.ANALYST)));
        }
        questions.put("target", () -> made(register.target(asked, agreement.target(0), Things.ANALYST)));
        questions.put("target, kept", () -> kept(register.targetWritten(asked, agreement.target(0), Things.ANALYST)));
        questions.put(
                "progress of a target", () -> made(progress.ofTarget(asked, agreement.target(0), Things.ANALYST)));
        questions.put(
                "progress of a target, kept",
                () -> kept(progress.ofTargetWritten(asked, agreement.target(0), Things.ANALYST)));
        return questions;
    }

    private static void ask(QueryLedger ledger, String when, Map<String, Supplier<byte[]>> questions) {
        questions.forEach((name, question) -> {
            if ((name + ", " + when).contains(ONLY)) {
                int bytes = question.get().length;
                assertThat(bytes).isPositive();
                run(question, 1);
                for (int readers : new int[] {1, READERS}) {
                    ProcessorTime before = ProcessorTime.of(ledger);
                    long[] nanos = run(question, readers);
                    ProcessorTime spent = ProcessorTime.of(ledger).minus(before);
                    System.out.printf(
                            "%s, %s: %d bytes; %d readers: %.0f/s, p50 %.1f ms, p99 %.1f ms; processor time each: %.2f ms here, %.2f ms in PostgreSQL%n",
                            name,
                            when,
                            bytes,
                            readers,
                            nanos.length / (EACH.toMillis() / 1e3),
                            nanos[nanos.length / 2] / 1e6,
                            nanos[nanos.length * 99 / 100] / 1e6,
                            spent.program().toNanos() / 1e6 / nanos.length,
                            spent.database().toNanos() / 1e6 / nanos.length);
                }
            }
        });
    }

    /** How long each answer took, in order of size. */
    private static long[] run(Supplier<byte[]> question, int readers) {
        long end = System.nanoTime() + EACH.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            List<Future<long[]>> all = IntStream.range(0, readers)
                    .mapToObj(reader -> threads.submit(() -> LongStream.iterate(
                                    once(question),
                                    took -> took > 0,
                                    took -> System.nanoTime() < end ? once(question) : 0)
                            .toArray()))
                    .toList();
            return all.stream()
                    .map(ReadSpeed::taken)
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .toArray();
        }
    }

    private static long once(Supplier<byte[]> question) {
        long started = System.nanoTime();
        assertThat(question.get()).isNotEmpty();
        return System.nanoTime() - started;
    }

    private static byte[] made(Answer<?> answer) {
        return JSON.writeValueAsBytes(answer);
    }

    private static byte[] kept(Written written) {
        return written.beside(new byte[0]);
    }

    private static long[] taken(Future<long[]> reader) {
        try {
            return reader.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
