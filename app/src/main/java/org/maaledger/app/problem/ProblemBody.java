package org.maaledger.app.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A problem (RFC 9457), in the form that both sides use.
 *
 * @param type stable, made of the code; it can be opened for an explanation
 * @param remedy what can be done
 * @param id names one fault of the program, in the answer and in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "remedy", "id"})
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String remedy,
        @Nullable String id) {

    static ProblemBody of(KnownProblem problem, String detail, @Nullable String id) {
        return new ProblemBody(
                "/problems/" + problem.code(),
                Explanation.title(problem.code()),
                problem.status(),
                detail,
                problem.code(),
                problem.remedy(),
                id);
    }
}
