package org.maaledger.query.http;

import java.time.Duration;
import org.maaledger.query.moment.NotYetReached;
import org.maaledger.query.moment.NotYetRecorded;
import org.maaledger.query.moment.TooEarlyAMoment;
import org.maaledger.query.projection.NotPrepared;
import org.maaledger.query.projection.ProjectionUnknown;
import org.maaledger.query.projection.RebuildUnderWay;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the faults of a question as problems (RFC 9457), with a stable code. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackages = "org.maaledger.query")
final class ProblemAdvice {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    @ExceptionHandler
    ResponseEntity<Problem> of(BadParameters fault) {
        return answer(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-parameters",
                        fault,
                        "Mend what is listed under errors and ask again.")
                .with(fault.faults()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotYetRecorded fault) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "not-yet-recorded", fault, "Ask about a moment that has been.")
                .with(new BadParameters("as-of", "not-yet-recorded", String.valueOf(fault.getMessage())).faults()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(TooEarlyAMoment fault) {
        return answer(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "min-position-not-included",
                        fault,
                        "Ask for a later moment, or without min-position.")
                .with(new BadParameters("min-position", "not-included", String.valueOf(fault.getMessage())).faults()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotFound fault) {
        return answer(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        fault,
                        "Compare the id and the moment asked about; what you may not see is answered alike.")
                .at(fault.position() == 0 ? null : fault.position()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(ProjectionUnknown fault) {
        return answer(Problem.of(
                HttpStatus.NOT_FOUND, "unknown-projection", fault, "GET /v1/projections lists those there are."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotAllowed fault) {
        return answer(
                Problem.of(HttpStatus.FORBIDDEN, "office-not-allowed", fault, "Ask somebody who acts in that office."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(RebuildUnderWay fault) {
        return answer(Problem.of(
                HttpStatus.CONFLICT,
                "rebuild-under-way",
                fault,
                "Wait until it is done: GET /v1/projections says when; the old tables answer meanwhile."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotYetReached fault) {
        return answer(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "position-not-reached",
                        fault,
                        "Ask again after the time that Retry-After names.")
                .at(fault.reached()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotPrepared fault) {
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-prepared",
                fault,
                "Ask again after the time that Retry-After names; if it stays so, tell an operator."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotReadable fault) {
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "incomplete",
                fault,
                "Tell an operator: GET /v1/dead-letters names the cause; nothing that was recorded is lost."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(Busy fault) {
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                fault,
                "Come again after the time that Retry-After names, or ask for pages."));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(ASK_AGAIN.toSeconds()));
        }
        return response.body(problem);
    }
}
