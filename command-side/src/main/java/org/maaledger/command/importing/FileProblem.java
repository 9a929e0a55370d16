package org.maaledger.command.importing;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The problem (RFC 9457) of a file of which nothing is taken, found out before anything else was answered.
 *
 * @param detail the fault for which the rest of the file was not read
 * @param remedy how to mend that one
 * @param faults all faults that were found until then, as they are told of other files
 * @param report what became of the file, as it is told of other files
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "remedy", "faults", "report"})
record FileProblem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String remedy,
        List<Fault> faults,
        ImportReport report) {

    static final String CODE = "file-refused";

    /** Unprocessable content: the request is right, what it carries is not. */
    static final int STATUS = 422;

    /** The last fault is the one for which the rest was not read. */
    static FileProblem of(List<Fault> faults, ImportReport report) {
        Fault last = faults.getLast();
        return new FileProblem(
                "/problems/" + CODE,
                "File refused",
                STATUS,
                "Nothing of %s is taken: %s.".formatted(report.file(), last.message()),
                CODE,
                "To mend it: " + last.remedy() + ".",
                List.copyOf(faults),
                report);
    }
}
