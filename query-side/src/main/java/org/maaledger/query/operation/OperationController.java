package org.maaledger.query.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.query.http.Identifiers;
import org.maaledger.query.http.NotAllowed;
import org.maaledger.query.http.NotFound;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.PageParameters;
import org.maaledger.query.http.Paged;
import org.maaledger.query.projection.DeadLetter;
import org.maaledger.query.projection.ProjectionState;
import org.maaledger.query.projection.Projections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
final class OperationController {

    /**
     * The projections of this node.
     *
     * @param position the newest event that all of them hold
     */
    record States(long position, List<ProjectionState> projections) {}

    /**
     * A rebuild that has begun; the list of projections shows how it goes.
     *
     * @param generation the number of the generation that answers until a higher one takes over
     */
    record Begun(String projection, String status, int generation) {}

    /** What is left of a stream after another try. */
    record Tried(boolean mended, List<DeadLetter> left) {}

    private final Projections projections;
    private final RebuildStarter starter;

    OperationController(Projections projections, RebuildStarter starter) {
        this.projections = projections;
        this.starter = starter;
    }

    @Operation(
            operationId = "listProjections",
            summary = "Position, lag, generation and dead letters of each projection")
    @GetMapping("/projections")
    States states() {
        List<ProjectionState> states = projections.states();
        return new States(
                states.stream().mapToLong(ProjectionState::position).min().orElse(0), states);
    }

    @Operation(
            operationId = "rebuildProjection",
            summary = "Builds a projection anew beside the one that answers; operators only",
            description =
                    "It records nothing in the ledger, and while it runs a second one is refused, so it takes no Idempotency-Key.")
    @ApiResponse(
            responseCode = "202",
            description = "It has begun.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it says how far it is.",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "It is being rebuilt already, here or on another node.")
    @PostMapping("/projections/{name}/rebuild")
    ResponseEntity<Begun> rebuild(@PathVariable("name") String name, @Parameter(hidden = true) Actor actor) {
        requireOperator(actor);
        int generation = starter.start(projections.named(name).name());
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/v1/projections")
                .body(new Begun(name, "rebuilding", generation));
    }

    @Operation(
            operationId = "listDeadLetters",
            summary = "Events that a projection could not apply; operators and inspectors only")
    @PageParameters
    @GetMapping("/dead-letters")
    Page<DeadLetter> deadLetters(@Parameter(hidden = true) Paged paged, @Parameter(hidden = true) Actor actor) {
        if (actor.office() != Office.INSPECTOR) {
            requireOperator(actor);
        }
        return Page.of(
                projections.deadLetters(paged.afterPosition(), paged.size() + 1),
                paged.size(),
                letter -> Long.toString(letter.id()));
    }

    @Operation(
            operationId = "retryDeadLetter",
            summary = "Applies a dead letter's stream again, from its first dead letter on; operators only")
    @PostMapping("/dead-letters/{id}/retry")
    Tried retry(@PathVariable("id") String id, @Parameter(hidden = true) Actor actor) {
        requireOperator(actor);
        long number = Identifiers.read("id", id, OperationController::number);
        List<DeadLetter> left = projections.retry(number).orElseThrow(() -> new NotFound("dead letter", id));
        return new Tried(left.isEmpty(), left);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a dead letter has a whole number");
        }
        return Long.parseLong(text);
    }

    private static void requireOperator(Actor actor) {
        if (actor.office() != Office.OPERATOR) {
            throw new NotAllowed(Office.OPERATOR);
        }
    }
}
