package org.maaledger.command.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maaledger.command.http.FirstAnswers;
import org.maaledger.command.shell.Append.Receipt;
import org.maaledger.command.shell.Submission;
import org.maaledger.log.Idempotency;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.StoredEvent;

/** The first answers that the log remembers, made again from the events themselves. */
record LogAnswers(Idempotency idempotency, LedgerReader reader) implements FirstAnswers {

    private static final int PAGE = 1_000;

    @Override
    public Optional<FirstAnswer> find(Submission.Request request) {
        return idempotency.find(request.client(), request.key()).map(first -> {
            if (first.count() == 0) {
                return new FirstAnswer(first.requestHash(), LocalDate.EPOCH, List.of(), List.of());
            }
            List<StoredEvent> events = reader.after(first.firstPosition() - 1, first.count());
            return new FirstAnswer(
                    first.requestHash(),
                    events.getFirst().actedOn(),
                    events.stream().map(StoredEvent::payload).toList(),
                    events.stream()
                            .map(event -> new Receipt(event.position(), event.sequence(), event.recordedAt()))
                            .toList());
        });
    }

    @Override
    public long versionAt(String stream, long position) {
        long version = 0;
        long after = 0;
        List<StoredEvent> page;
        do {
            page = reader.ofStreams(List.of(stream), after, position, PAGE);
            if (!page.isEmpty()) {
                version = page.getLast().sequence() + 1;
                after = page.getLast().position();
            }
        } while (page.size() == PAGE);
        return version;
    }
}
