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
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.target.TargetCommand.CounterPropose;
import org.maaledger.command.target.TargetCommand.DeclareGap;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.target.TargetCommand.SetBaseline;
import org.maaledger.command.target.TargetCommand.WithdrawTarget;
import org.maaledger.command.target.TargetCommand.WithholdConsent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.TargetId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands on targets, until they are agreed. */
@RestController
@Tag(name = "Targets")
final class TargetController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;
    private final RecordBinder binder;

    TargetController(CommandDesk desk, RecordBinder binder) {
        this.desk = desk;
        this.binder = binder;
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/targets", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "proposeTarget",
            summary = "Propose a target with a first offer",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ProposeTarget.class))))
    ResponseEntity<byte[]> propose(
            @PathVariable String agreementId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        TargetId derived = new TargetId(desk.derivedId(request, actor, "target"));
        ProposeTarget command = binder.bind(
                ProposeTarget.class, request.body(), Map.of("agreementId", agreementId), Map.of("targetId", derived));
        return desk.perform(request, actor, command, Map.of("targetId", command.targetId()))
                .created("/v1/targets/" + command.targetId());
    }

    @PostMapping(path = "/v1/targets/{targetId}/offers", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "counterPropose",
            summary = "Make a counter-offer",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = CounterPropose.class))))
    ResponseEntity<byte[]> counter(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(CounterPropose.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/consents", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "consentToTarget",
            summary = "Consent to the current offer",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ConsentToTarget.class))))
    ResponseEntity<byte[]> consent(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(ConsentToTarget.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/consent-refusals", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "withholdConsent",
            summary = "Refuse the current offer",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = WithholdConsent.class))))
    ResponseEntity<byte[]> withhold(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(WithholdConsent.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/baseline", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "setBaseline",
            summary = "Set or correct the baseline",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = SetBaseline.class))))
    ResponseEntity<byte[]> setBaseline(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(SetBaseline.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/baseline-gap", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "declareGap",
            summary = "Declare by when a missing baseline will be there",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = DeclareGap.class))))
    ResponseEntity<byte[]> declareGap(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(DeclareGap.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/trajectory", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "agreeTrajectory",
            summary = "Agree the trajectory",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = AgreeTrajectory.class))))
    ResponseEntity<byte[]> agreeTrajectory(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(AgreeTrajectory.class, Map.of("targetId", targetId), request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/withdrawal", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "withdrawTarget",
            summary = "Take the target out",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawTarget.class))))
    ResponseEntity<byte[]> withdraw(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(WithdrawTarget.class, Map.of("targetId", targetId), request, actor);
    }

    private <C extends Record & TargetCommand> ResponseEntity<byte[]> perform(
            Class<C> type, Map<String, String> address, WriteRequest request, Actor actor) {
        C command = binder.bind(type, request.body(), address);
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }
}
