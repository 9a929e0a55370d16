package org.maaledger.app.problem;

import org.maaledger.log.LogUnavailable;
import org.maaledger.log.LogUnreadable;
import org.maaledger.log.OutcomeUnknown;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers what the sides leave: the framework's own refusals by their status, and everything else as a fault with an id. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class GeneralProblems {

    private final ProblemWriter problems;

    public GeneralProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> parameter(MethodArgumentTypeMismatchException wrong) {
        return bad("The value of '%s' is not of the right form.".formatted(wrong.getName()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> parameter(MissingServletRequestParameterException missing) {
        return bad("The query parameter '%s' is missing.".formatted(missing.getParameterName()));
    }

    /** The last: a name or a value with characters that have no place in it, which is found out when it is first looked at. */
    @ExceptionHandler({
        TypeMismatchException.class,
        HttpMessageNotReadableException.class,
        RequestRejectedException.class
    })
    ResponseEntity<byte[]> unreadable(Exception unreadable) {
        return bad(KnownProblem.BAD_REQUEST.meaning());
    }

    /** A path that nobody serves says so in general words: the address itself is the caller's own. */
    @ExceptionHandler
    ResponseEntity<byte[]> nothingThere(NoResourceFoundException nothing) {
        return problems.answer(KnownProblem.NOT_FOUND, KnownProblem.NOT_FOUND.meaning(), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unknown(OutcomeUnknown unknown) {
        return retry(KnownProblem.OUTCOME_UNKNOWN);
    }

    @ExceptionHandler({
        LogUnavailable.class,
        LogUnreadable.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotGetJdbcConnectionException.class,
        TransactionException.class
    })
    ResponseEntity<byte[]> unavailable(Exception unavailable) {
        return retry(KnownProblem.UNAVAILABLE);
    }

    /** Nobody is listening any more. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        // There is nowhere to write an answer to.
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anything(Exception any) throws Exception {
        if (any instanceof AccessDeniedException || any instanceof AuthenticationException) {
            // Spring Security knows whether to challenge.
            throw any;
        }
        if (any instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            KnownProblem problem = KnownProblem.ofStatus(known.getStatusCode().value());
            return problems.answer(problem, problem.meaning(), known.getHeaders());
        }
        if (any instanceof ErrorResponse known && known.getStatusCode().value() == 503) {
            return retry(KnownProblem.UNAVAILABLE);
        }
        return problems.fault(any);
    }

    private ResponseEntity<byte[]> bad(String detail) {
        return problems.answer(KnownProblem.BAD_REQUEST, detail, HttpHeaders.EMPTY);
    }

    private ResponseEntity<byte[]> retry(KnownProblem problem) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return problems.answer(problem, problem.meaning(), headers);
    }
}
