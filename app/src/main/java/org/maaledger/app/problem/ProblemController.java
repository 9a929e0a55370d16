package org.maaledger.app.problem;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page behind each problem's type, and the last resort for an error that no handler answered. */
@RestController
class ProblemController implements ErrorController {

    private final ProblemWriter problems;
    private final Map<String, Explanation> explanations = ExplainedProblems.byCode();

    ProblemController(ProblemWriter problems) {
        this.problems = problems;
    }

    @GetMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listProblems", summary = "Every code that a problem can have")
    List<Explanation> all() {
        return List.copyOf(explanations.values());
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "explainProblem", summary = "What a code means and what can be done")
    ResponseEntity<?> one(@PathVariable String code) {
        Explanation explanation = explanations.get(code);
        return explanation == null
                ? problems.answer(KnownProblem.NOT_FOUND, "No problem has this code.", HttpHeaders.EMPTY)
                : ResponseEntity.ok(explanation);
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Throwable cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable one ? one : null;
        KnownProblem problem = KnownProblem.ofStatus(status);
        if (problem == KnownProblem.FAULT || (status >= 500 && cause != null)) {
            return problems.fault(cause);
        }
        return problems.answer(problem, problem.meaning(), HttpHeaders.EMPTY);
    }
}
