package org.maaledger.command.agreement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.maaledger.command.agreement.ActRefusal.TargetOfNoAgreement;
import org.maaledger.command.agreement.AgreementCommand.DesignateTarget;
import org.maaledger.command.agreement.AgreementCommand.RevokeDesignation;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.shell.StreamStates;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes commands on designations. They stand in the address of a target and are recorded in its agreement: the version that If-Match
 * names is the target's, that of the answer the agreement's.
 */
@RestController
@Tag(name = "Targets")
final class DesignationController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;
    private final RecordBinder binder;
    private final StreamStates states;

    DesignationController(CommandDesk desk, RecordBinder binder, StreamStates states) {
        this.desk = desk;
        this.binder = binder;
        this.states = states;
    }

    @PostMapping(path = "/v1/targets/{targetId}/designation", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "designateTarget",
            summary = "Designate an agreed target",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = DesignateTarget.class))))
    ResponseEntity<byte[]> designate(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(DesignateTarget.class, targetId, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/designation/revocation", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "revokeDesignation",
            summary = "Revoke a designation",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RevokeDesignation.class))))
    ResponseEntity<byte[]> revoke(
            @PathVariable String targetId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(RevokeDesignation.class, targetId, request, actor);
    }

    private <C extends Record & AgreementCommand> ResponseEntity<byte[]> perform(
            Class<C> type, String targetId, WriteRequest request, Actor actor) {
        AgreementId agreement = states.latest(TargetStanding.FOLD, targetId, standing -> standing.agreement() != null)
                .agreement();
        if (agreement == null) {
            throw new CommandRefused(new TargetOfNoAgreement(targetId));
        }
        Map<String, String> address = Map.of("agreementId", agreement.toString(), "targetId", targetId);
        C command = binder.bind(type, request.body(), address);
        return desk.perform(request.onVersionOf(targetId), actor, command).ok();
    }
}
