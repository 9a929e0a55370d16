package org.maaledger.app.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes problems as bytes, the same from a controller, a filter or the server itself. */
public final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final ObjectWriter writer;

    public ProblemWriter() {
        ObjectMapper json = JsonMapper.builder().build();
        this.writer = json.writerFor(ProblemBody.class);
    }

    /** A problem as the whole answer of a filter. */
    public void write(HttpServletResponse response, KnownProblem problem, String detail) throws IOException {
        write(response, ProblemBody.of(problem, detail, null));
    }

    private void write(HttpServletResponse response, ProblemBody problem) throws IOException {
        byte[] body = bytes(problem);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    ResponseEntity<byte[]> answer(KnownProblem problem, String detail, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(bytes(ProblemBody.of(problem, detail, null)));
    }

    /** A fault of the program: the cause, where one is known, goes to the log, the caller gets an id that leads there. */
    ResponseEntity<byte[]> fault(@Nullable Throwable cause) {
        return ResponseEntity.status(KnownProblem.FAULT.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(bytes(noted(cause)));
    }

    /** The same as the whole answer of the server itself. */
    void fault(HttpServletResponse response, @Nullable Throwable cause) throws IOException {
        write(response, noted(cause));
    }

    private static ProblemBody noted(@Nullable Throwable cause) {
        String id = UUID.randomUUID().toString();
        if (cause == null) {
            LOG.error("Fault {}, whose cause nobody named", id);
        } else {
            LOG.error("Fault {}", id, cause);
        }
        return ProblemBody.of(KnownProblem.FAULT, KnownProblem.FAULT.meaning(), id);
    }

    byte[] bytes(ProblemBody problem) {
        try {
            return writer.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is made of texts that JSON can write", e);
        }
    }
}
