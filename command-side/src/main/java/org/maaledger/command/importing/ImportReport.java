package org.maaledger.command.importing;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What became of a file. No row vanishes: {@code readings} is the sum of {@code accepted} and of all that is refused, and, unless
 * it was only checked or could not be read to its end, {@code accepted} is the sum of recorded, corrected and unchanged.
 *
 * @param rows the rows below the header
 * @param readings the readings they state: one for each row of a long file
 * @param accepted those that no rule stands against
 * @param missing of the accepted ones, those that say there is no figure, by reason
 * @param refused those refused, by the number of the rule
 * @param faults the faults found; one row can have several
 * @param readToTheEnd whether the whole file could be read; if not, nothing of it is recorded
 */
@JsonPropertyOrder({
    "file",
    "mapping",
    "check",
    "readToTheEnd",
    "rows",
    "readings",
    "accepted",
    "recorded",
    "corrected",
    "unchanged"
})
public record ImportReport(
        String file,
        String mapping,
        boolean check,
        boolean readToTheEnd,
        long rows,
        long readings,
        long accepted,
        long recorded,
        long corrected,
        long unchanged,
        Map<String, Long> missing,
        Map<Integer, Long> refused,
        long faults,
        long series,
        long areasRegistered,
        long indicatorsRegistered) {

    /** All that is refused. */
    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
