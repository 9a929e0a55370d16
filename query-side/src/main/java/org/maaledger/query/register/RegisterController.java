package org.maaledger.query.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.http.Answers;
import org.maaledger.query.http.Identifiers;
import org.maaledger.query.http.MomentParameters;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.PageParameters;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
final class RegisterController {

    private final Register register;

    RegisterController(Register register) {
        this.register = register;
    }

    @Operation(
            operationId = "listAgreements",
            summary = "The agreements that you may see, in the order they were drafted in")
    @MomentParameters
    @PageParameters
    @GetMapping("/agreements")
    ResponseEntity<Answer<Page<AgreementEntry>>> agreements(
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(register.agreements(asked, paged, actor));
    }

    @Operation(operationId = "getAgreement", summary = "One agreement as it stands")
    @MomentParameters
    @GetMapping(value = "/agreements/{agreementId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer<AgreementEntry>> agreement(
            @PathVariable("agreementId") String agreementId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(
                register.agreementWritten(asked, Identifiers.read("agreementId", agreementId, AgreementId::of), actor));
    }

    @Operation(operationId = "listTargets", summary = "The targets of an agreement, in the order they were proposed in")
    @MomentParameters
    @PageParameters
    @GetMapping(value = "/agreements/{agreementId}/targets", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer<Page<TargetEntry>>> targets(
            @PathVariable("agreementId") String agreementId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(register.targetsWritten(
                asked, Identifiers.read("agreementId", agreementId, AgreementId::of), paged, actor));
    }

    @Operation(operationId = "getTarget", summary = "One target as it stands")
    @MomentParameters
    @GetMapping(value = "/targets/{targetId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer<TargetEntry>> target(
            @PathVariable("targetId") String targetId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(register.targetWritten(asked, Identifiers.read("targetId", targetId, TargetId::of), actor));
    }
}
