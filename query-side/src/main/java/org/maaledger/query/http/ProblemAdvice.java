package org.maaledger.query.http;

import java.net.URI;
import java.time.Duration;
import org.maaledger.query.moment.NotYetReached;
import org.maaledger.query.moment.NotYetRecorded;
import org.maaledger.query.projection.ProjectionUnknown;
import org.maaledger.query.projection.RebuildUnderWay;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the faults of a question as problems (RFC 9457), with a stable code. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackages = "org.maaledger.query")
final class ProblemAdvice {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(BadParameters fault) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "bad-parameters", "The address has faults", fault);
        problem.setProperty("errors", fault.faults());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotYetRecorded fault) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "not-yet-recorded", "That moment has not come", fault);
        problem.setProperty(
                "errors", new BadParameters("as-of", "not-yet-recorded", String.valueOf(fault.getMessage())).faults());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotFound fault) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", fault);
        problem.setProperty("position", fault.position());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(ProjectionUnknown fault) {
        return answer(problem(HttpStatus.NOT_FOUND, "unknown-projection", "There is no such projection", fault));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotAllowed fault) {
        return answer(problem(HttpStatus.FORBIDDEN, "office-not-allowed", "Your office may not do this", fault));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(RebuildUnderWay fault) {
        return answer(problem(HttpStatus.CONFLICT, "rebuild-under-way", "It is being rebuilt already", fault));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotYetReached fault) {
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "position-not-reached", "Not there yet", fault);
        problem.setProperty("position", fault.reached());
        return later(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotReadable fault) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "incomplete", "It cannot be shown at present", fault));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(Busy fault) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many at once", fault));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, RuntimeException fault) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(fault.getMessage()));
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(ASK_AGAIN.toSeconds()))
                .body(problem);
    }
}
