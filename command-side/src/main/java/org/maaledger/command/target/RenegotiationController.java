package org.maaledger.command.target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ConsentToRenegotiation;
import org.maaledger.command.target.TargetCommand.ProposeWithdrawal;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.target.TargetCommand.RenegotiateTarget;
import org.maaledger.command.target.TargetCommand.WithholdRenegotiationConsent;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands on changes of agreed targets. */
@RestController
@Tag(name = "Targets")
final class RenegotiationController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;
    private final RecordBinder binder;

    RenegotiationController(CommandDesk desk, RecordBinder binder) {
        this.desk = desk;
        this.binder = binder;
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "renegotiateTarget",
            summary = "Propose a change of the agreed target",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RenegotiateTarget.class))))
    ResponseEntity<byte[]> renegotiate(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(RenegotiateTarget.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/withdrawal-proposals", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "proposeWithdrawal",
            summary = "Propose to take the agreed target out; a renegotiation whose approval withdraws it",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ProposeWithdrawal.class))))
    ResponseEntity<byte[]> proposeWithdrawal(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(ProposeWithdrawal.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/consents", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "consentToRenegotiation",
            summary = "Consent to a renegotiation",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = ConsentToRenegotiation.class))))
    ResponseEntity<byte[]> consent(
            @PathVariable String targetId,
            @PathVariable String renegotiation,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(
                ConsentToRenegotiation.class,
                Map.of("targetId", targetId, "renegotiation", renegotiation),
                request,
                actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/consent-refusals", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "withholdRenegotiationConsent",
            summary = "Refuse to consent to a renegotiation",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = WithholdRenegotiationConsent.class))))
    ResponseEntity<byte[]> withhold(
            @PathVariable String targetId,
            @PathVariable String renegotiation,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(
                WithholdRenegotiationConsent.class,
                Map.of("targetId", targetId, "renegotiation", renegotiation),
                request,
                actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/approval", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "approveRenegotiation",
            summary = "Approve a renegotiation",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = ApproveRenegotiation.class))))
    ResponseEntity<byte[]> approve(
            @PathVariable String targetId,
            @PathVariable String renegotiation,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(
                ApproveRenegotiation.class,
                Map.of("targetId", targetId, "renegotiation", renegotiation),
                request,
                actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/refusal", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "refuseRenegotiation",
            summary = "Refuse a renegotiation",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = RefuseRenegotiation.class))))
    ResponseEntity<byte[]> refuse(
            @PathVariable String targetId,
            @PathVariable String renegotiation,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(
                RefuseRenegotiation.class,
                Map.of("targetId", targetId, "renegotiation", renegotiation),
                request,
                actor);
    }

    private <C extends Record & TargetCommand> ResponseEntity<byte[]> perform(
            Class<C> type, Map<String, String> address, WriteRequest request, Actor actor) {
        C command = binder.bind(type, request.body(), address);
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }
}
