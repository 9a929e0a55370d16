package org.maaledger.command.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes what an import finds as lines of JSON, each an object with one member that says what it is. */
final class ImportLines implements ImportListener {

    private final OutputStream out;
    private final ObjectMapper json;

    ImportLines(OutputStream out, ObjectMapper json) {
        this.out = new BufferedOutputStream(out);
        this.json = json;
    }

    /** How far an import is. */
    private record Progress(long rows, long settled) {}

    /** Why there is no report. */
    private record Broken(String code, String detail) {}

    @Override
    public void fault(Fault fault) {
        line("fault", fault);
    }

    @Override
    public void progress(long rows, long settled) {
        line("progress", new Progress(rows, settled));
        flush();
    }

    void report(ImportReport report) {
        line("report", report);
        flush();
    }

    void problem(String code, String detail) {
        line("problem", new Broken(code, detail));
        flush();
    }

    private void line(String what, Object content) {
        try {
            out.write(json.writeValueAsBytes(Map.of(what, content)));
            out.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is made of values that JSON can write", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }
}
