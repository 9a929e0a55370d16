package org.maaledger.app.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maaledger.app.problem.KnownProblem;
import org.maaledger.app.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What somebody is told who is not let in: a problem, and the challenge of RFC 6750. */
final class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    Doors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof TokenRefused token) {
            switch (token.fault()) {
                case REFUSED -> challenge(response, KnownProblem.TOKEN_REFUSED, token.reason());
                case INCOMPLETE -> problems.write(response, KnownProblem.IDENTITY_INCOMPLETE, token.reason());
                case UNCHECKABLE -> {
                    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                    problems.write(response, KnownProblem.IDENTITY_UNCHECKABLE, token.reason());
                }
            }
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"maa-ledger\"");
            problems.write(response, KnownProblem.TOKEN_MISSING, KnownProblem.TOKEN_MISSING.meaning());
        } else {
            challenge(response, KnownProblem.TOKEN_REFUSED, "The Authorization header does not hold one bearer token.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        problems.write(response, KnownProblem.FORBIDDEN, KnownProblem.FORBIDDEN.meaning());
    }

    private void challenge(HttpServletResponse response, KnownProblem problem, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"maa-ledger\", error=\"invalid_token\"");
        problems.write(response, problem, detail);
    }
}
