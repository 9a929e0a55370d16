package org.maaledger.command.agreement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.maaledger.command.agreement.AgreementCommand.ChangeResponsibleAuthority;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.agreement.AgreementCommand.JoinAgreement;
import org.maaledger.command.agreement.AgreementCommand.LeaveAgreement;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands on agreements. */
@RestController
@Tag(name = "Agreements")
final class AgreementController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;
    private final RecordBinder binder;

    AgreementController(CommandDesk desk, RecordBinder binder) {
        this.desk = desk;
        this.binder = binder;
    }

    @PostMapping(path = "/v1/agreements", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "draftAgreement",
            summary = "Open the draft of an agreement",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = DraftAgreement.class))))
    ResponseEntity<byte[]> draft(
            @Parameter(hidden = true) WriteRequest request, @Parameter(hidden = true) Actor actor) {
        AgreementId derived = new AgreementId(desk.derivedId(request, actor, "agreement"));
        DraftAgreement command =
                binder.bind(DraftAgreement.class, request.body(), Map.of(), Map.of("agreementId", derived));
        return desk.perform(request, actor, command, Map.of("agreementId", command.agreementId()))
                .created("/v1/agreements/" + command.agreementId());
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/parties", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "joinAgreement",
            summary = "Add a member or partner",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = JoinAgreement.class))))
    ResponseEntity<byte[]> join(
            @PathVariable String agreementId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(JoinAgreement.class, Map.of("agreementId", agreementId), request, actor);
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/parties/{body}/departure", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "leaveAgreement",
            summary = "Take a member or partner out",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = LeaveAgreement.class))))
    ResponseEntity<byte[]> leave(
            @PathVariable String agreementId,
            @PathVariable String body,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(LeaveAgreement.class, Map.of("agreementId", agreementId, "body", body), request, actor);
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/responsible-authority", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "changeResponsibleAuthority",
            summary = "Make another member the accountable body",
            requestBody =
                    @RequestBody(
                            content = @Content(schema = @Schema(implementation = ChangeResponsibleAuthority.class))))
    ResponseEntity<byte[]> changeResponsibleAuthority(
            @PathVariable String agreementId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(ChangeResponsibleAuthority.class, Map.of("agreementId", agreementId), request, actor);
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/signature", consumes = JSON)
    @WriteOperation
    @Operation(
            operationId = "signAgreement",
            summary = "Sign the agreement for the Secretary of State",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = SignAgreement.class))))
    ResponseEntity<byte[]> sign(
            @PathVariable String agreementId,
            @Parameter(hidden = true) WriteRequest request,
            @Parameter(hidden = true) Actor actor) {
        return perform(SignAgreement.class, Map.of("agreementId", agreementId), request, actor);
    }

    private <C extends Record & AgreementCommand> ResponseEntity<byte[]> perform(
            Class<C> type, Map<String, String> address, WriteRequest request, Actor actor) {
        C command = binder.bind(type, request.body(), address);
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }
}
