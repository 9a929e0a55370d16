package org.maaledger.command.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maaledger.command.shell.Append.Receipt;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.LedgerEvent;

/** The log's memory of the requests that were accepted. */
public interface FirstAnswers {

    /**
     * What an accepted request ended in: its hash, the date of its act, and each event with its receipt; of an import, which is more
     * than one append, the hash alone.
     */
    record FirstAnswer(String requestHash, LocalDate actedOn, List<LedgerEvent> events, List<Receipt> receipts) {}

    /** The answer that the client's request under this key got, if one was accepted. */
    Optional<FirstAnswer> find(Submission.Request request);

    /** How many events {@code stream} had at {@code position}. */
    long versionAt(String stream, long position);
}
