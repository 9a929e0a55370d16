package org.maaledger.command.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an import finds as lines of JSON, each an object with one member that says what it is. Until there is progress to tell,
 * faults are held back, so that a file of which nothing is taken can be answered with a problem instead.
 */
final class ImportLines implements ImportListener {

    /** Nobody is listening any more, so there is nobody to import for. */
    static final class ClientGone extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        ClientGone(IOException cause) {
            super("the client is gone", cause);
        }
    }

    /** Faults that are held back: some hundred kilobytes. */
    static final int HELD_MAX = 1_000;

    private final OutputStream out;
    private final ObjectMapper json;
    private final List<Fault> held = new ArrayList<>();
    private boolean begun;

    ImportLines(OutputStream out, ObjectMapper json) {
        this.out = new BufferedOutputStream(out);
        this.json = json;
    }

    /** What an import is doing, and how far it is; {@code of} is absent while that is not known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Progress(
            String doing, long done, @Nullable Long of) {}

    /** Why there is no report. */
    private record Broken(String code, String detail) {}

    @Override
    public void fault(Fault fault) {
        if (!begun && held.size() < HELD_MAX) {
            held.add(fault);
            return;
        }
        begin();
        line("fault", fault);
    }

    /** Whether lines are on their way, and with them the status of the answer. */
    boolean isBegun() {
        return begun;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            held.forEach(fault -> line("fault", fault));
            held.clear();
        }
    }

    /** Answers with a problem instead of lines; only while none is on its way. */
    void refuse(ImportReport report) {
        write(FileProblem.of(held, report));
        flush();
    }

    /** Another import is under way. */
    void waiting() {
        progress(new Progress("waiting", 0, null));
    }

    @Override
    public void checked(long rows) {
        progress(new Progress("checking", rows, null));
    }

    @Override
    public void recorded(long readings, long of) {
        progress(new Progress("recording", readings, of));
    }

    private void progress(Progress progress) {
        begin();
        line("progress", progress);
        flush();
    }

    void report(ImportReport report) {
        begin();
        line("report", report);
        flush();
    }

    void problem(String code, String detail) {
        begin();
        line("problem", new Broken(code, detail));
        flush();
    }

    private void line(String what, Object content) {
        write(Map.of(what, content));
    }

    private void write(Object content) {
        try {
            out.write(json.writeValueAsBytes(content));
            out.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is made of values that JSON can write", e);
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }
}
