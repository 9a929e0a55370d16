package org.maaledger.app.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets questions be answered in turns; those that wait for a position, and all that is written, go as they come. */
final class ReadersInTurn extends OncePerRequestFilter {

    private final Turns turns;

    ReadersInTurn(Turns turns) {
        this.turns = turns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !request.getMethod().equals("GET") || (query != null && query.contains("min-position"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean taken = turns.take();
        try {
            chain.doFilter(request, response);
        } finally {
            if (taken) {
                turns.leave();
            }
        }
    }
}
