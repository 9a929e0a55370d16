package org.maaledger.app.watch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.maaledger.app.identity.ActorAuthentication;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.provenance.Actor;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says to whom every line in the log belongs that a request causes, and tells the caller: one id, which for a write is that of its events
 * too. Of whoever asks it knows the opaque id and the body, and nothing else.
 */
final class RequestTrail extends OncePerRequestFilter {

    /** The header of every answer, but to those who were turned away before it. */
    static final String HEADER = "Correlation-Id";

    private static final String CORRELATION = "correlation";
    private static final String ACTOR = "actor";
    private static final String BODY = "body";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String correlation;
            if (SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known) {
                Actor actor = known.getPrincipal();
                MDC.put(ACTOR, actor.id().toString());
                MDC.put(BODY, actor.body().value());
                correlation = correlation(request, actor);
            } else {
                correlation = anew();
            }
            MDC.put(CORRELATION, correlation);
            response.setHeader(HEADER, correlation);
            chain.doFilter(request, response);
        } finally {
            MDC.remove(ACTOR);
            MDC.remove(BODY);
            MDC.remove(CORRELATION);
        }
    }

    /** For a write what its events will carry; whatever has no key is a request of its own each time. */
    private static String correlation(HttpServletRequest request, Actor actor) {
        List<String> keys = Collections.list(request.getHeaders("Idempotency-Key"));
        return keys.size() == 1
                ? Submission.Request.correlation(actor.id().toString(), keys.getFirst())
                        .toString()
                : anew();
    }

    private static String anew() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
