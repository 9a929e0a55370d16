package org.maaledger.command.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maaledger.command.shell.Append.Receipt;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;

/**
 * The answer to an accepted command.
 *
 * @param position the place of the last event in the log: pass it as {@code min-position} to read one's own write
 * @param version the number of events that what they belong to then had
 * @param recordedAt the clock of the ledger
 * @param actedOn the date of the act
 * @param enteredLate whether the act was recorded on a later day than its own
 * @param named the id of what was made, or of what the events belong to where that is not what was addressed, by its field name
 */
@JsonPropertyOrder({"position", "version", "recordedAt", "actedOn", "enteredLate"})
public record Answer(
        long position,
        long version,
        Instant recordedAt,
        LocalDate actedOn,
        boolean enteredLate,
        @JsonAnyGetter Map<String, Object> named,
        List<Recorded> events) {

    /** The days of the domain are days in England. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** An event as it was stored. */
    @JsonPropertyOrder({"position", "sequence", "name", "revision", "payload"})
    public record Recorded(long position, long sequence, String name, int revision, LedgerEvent payload) {}

    /** The answer that these events give. */
    static Answer of(
            List<? extends LedgerEvent> events, List<Receipt> receipts, LocalDate actedOn, Map<String, Object> named) {
        if (events.size() != receipts.size()) {
            throw new IllegalStateException(
                    "%d events were stored with %d receipts".formatted(events.size(), receipts.size()));
        }
        List<Recorded> recorded = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            EventCatalogue.Entry entry = EventCatalogue.of(events.get(i).getClass());
            Receipt receipt = receipts.get(i);
            recorded.add(new Recorded(
                    receipt.position(), receipt.sequence(), entry.name(), entry.revision(), events.get(i)));
        }
        Receipt last = receipts.getLast();
        boolean late = actedOn.isBefore(last.recordedAt().atZone(LONDON).toLocalDate());
        return new Answer(
                last.position(), last.sequence() + 1, last.recordedAt(), actedOn, late, named, List.copyOf(recorded));
    }
}
