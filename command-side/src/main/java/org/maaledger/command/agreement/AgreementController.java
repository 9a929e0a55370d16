package org.maaledger.command.agreement;

import java.util.Map;
import org.maaledger.command.agreement.AgreementCommand.ChangeResponsibleAuthority;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.agreement.AgreementCommand.JoinAgreement;
import org.maaledger.command.agreement.AgreementCommand.LeaveAgreement;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteOperation.Effect;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands on agreements. */
@RestController
final class AgreementController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;

    AgreementController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/agreements", consumes = JSON)
    @WriteOperation(value = DraftAgreement.class, summary = "Open the draft of an agreement", effect = Effect.MAKES)
    ResponseEntity<byte[]> draft(WriteRequest request, Actor actor) {
        AgreementId derived = new AgreementId(desk.derivedId(request, actor, "agreement"));
        DraftAgreement command = desk.read(DraftAgreement.class, request, Map.of("agreementId", derived));
        return desk.perform(request, actor, command, Map.of("agreementId", command.agreementId()))
                .created("/v1/agreements/" + command.agreementId());
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/parties", consumes = JSON)
    @WriteOperation(value = JoinAgreement.class, summary = "Add a member or partner")
    ResponseEntity<byte[]> join(WriteRequest request, Actor actor) {
        return desk.change(JoinAgreement.class, request, actor);
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/parties/{body}/departure", consumes = JSON)
    @WriteOperation(value = LeaveAgreement.class, summary = "Take a member or partner out")
    ResponseEntity<byte[]> leave(WriteRequest request, Actor actor) {
        return desk.change(LeaveAgreement.class, request, actor);
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/responsible-authority", consumes = JSON)
    @WriteOperation(value = ChangeResponsibleAuthority.class, summary = "Make another member the accountable body")
    ResponseEntity<byte[]> changeResponsibleAuthority(WriteRequest request, Actor actor) {
        return desk.change(ChangeResponsibleAuthority.class, request, actor);
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/signature", consumes = JSON)
    @WriteOperation(value = SignAgreement.class, summary = "Sign the agreement for the Secretary of State")
    ResponseEntity<byte[]> sign(WriteRequest request, Actor actor) {
        return desk.change(SignAgreement.class, request, actor);
    }
}
