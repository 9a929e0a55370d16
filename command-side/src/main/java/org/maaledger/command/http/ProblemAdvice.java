package org.maaledger.command.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.shell.Overtaken;
import org.maaledger.command.shell.StaleView;
import org.maaledger.log.LogUnavailable;
import org.maaledger.log.OutcomeUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals as problems. Faults of the program are not among them; the app answers those. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final ObjectWriter problems;

    public ProblemAdvice(ObjectMapper json) {
        this.problems = json.writerFor(Problem.class);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(CommandRefused refused) {
        LOG.debug("Refused: {}", refused.refusal().code());
        Problem problem = Problem.of(refused.refusal().grounds());
        ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.status());
        if (refused.refusal() instanceof StaleView stale) {
            response.eTag("\"" + stale.current() + "\"");
        }
        return body(response, problem);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RequestRefused refused) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(refused.status());
        if (refused.status() == 503) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return body(response, Problem.of(refused));
    }

    /** Decided again as often as allowed, and always overtaken. */
    @ExceptionHandler
    ResponseEntity<byte[]> overtaken(Overtaken overtaken) {
        LOG.warn("Refused for conflicts", overtaken);
        return refused(RequestRefused.unavailable(
                "too-many-conflicts",
                "Too many requests change the same thing at once",
                "Nothing was recorded. Send the request again with the same Idempotency-Key."));
    }

    /** Nothing was recorded: the database is away, or the log is full of work. */
    @ExceptionHandler
    ResponseEntity<byte[]> unavailable(LogUnavailable unavailable) {
        LOG.warn("The log cannot be written to", unavailable);
        return refused(RequestRefused.unavailable(
                "log-unavailable",
                "The ledger cannot be written to now",
                "Nothing was recorded. Send the request again with the same Idempotency-Key."));
    }

    /** Recorded or not: nobody knows until the same request is sent again. */
    @ExceptionHandler
    ResponseEntity<byte[]> unknown(OutcomeUnknown unknown) {
        LOG.warn("The outcome of a commit is unknown", unknown);
        return refused(RequestRefused.unavailable(
                "outcome-unknown",
                "It is not known whether the request was recorded",
                "Send it again with the same Idempotency-Key: you will get the true answer, and it is recorded once."));
    }

    private ResponseEntity<byte[]> body(ResponseEntity.BodyBuilder response, Problem problem) {
        try {
            return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problems.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is made of texts that JSON can write", e);
        }
    }
}
