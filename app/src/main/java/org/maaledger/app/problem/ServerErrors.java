package org.maaledger.app.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the server itself refuses before any of our code sees it (an unreadable address, headers without end), as a problem. */
public final class ServerErrors extends ErrorReportValve {

    private final transient ProblemWriter problems;

    public ServerErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            KnownProblem problem = KnownProblem.ofStatus(status);
            if (problem == KnownProblem.FAULT) {
                problems.fault(response.getResponse(), cause);
            } else {
                problems.write(response.getResponse(), problem, problem.meaning());
            }
            response.finishResponse();
        } catch (IOException e) {
            // Whoever asked is gone.
        }
    }
}
