package org.maaledger.command.target;

import org.maaledger.command.http.CommandDesk;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands on changes of agreed targets. */
@RestController
final class RenegotiationController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;

    RenegotiationController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations", consumes = JSON)
    @WriteOperation(value = RenegotiateTarget.class, summary = "Propose a change of the agreed target")
    ResponseEntity<byte[]> renegotiate(WriteRequest request, Actor actor) {
        return desk.change(RenegotiateTarget.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/withdrawal-proposals", consumes = JSON)
    @WriteOperation(
            value = ProposeWithdrawal.class,
            summary = "Propose to take the agreed target out; a renegotiation whose approval withdraws it")
    ResponseEntity<byte[]> proposeWithdrawal(WriteRequest request, Actor actor) {
        return desk.change(ProposeWithdrawal.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/consents", consumes = JSON)
    @WriteOperation(value = ConsentToRenegotiation.class, summary = "Consent to a renegotiation")
    ResponseEntity<byte[]> consent(WriteRequest request, Actor actor) {
        return desk.change(ConsentToRenegotiation.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/consent-refusals", consumes = JSON)
    @WriteOperation(value = WithholdRenegotiationConsent.class, summary = "Refuse to consent to a renegotiation")
    ResponseEntity<byte[]> withhold(WriteRequest request, Actor actor) {
        return desk.change(WithholdRenegotiationConsent.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/approval", consumes = JSON)
    @WriteOperation(value = ApproveRenegotiation.class, summary = "Approve a renegotiation")
    ResponseEntity<byte[]> approve(WriteRequest request, Actor actor) {
        return desk.change(ApproveRenegotiation.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/renegotiations/{renegotiation}/refusal", consumes = JSON)
    @WriteOperation(value = RefuseRenegotiation.class, summary = "Refuse a renegotiation")
    ResponseEntity<byte[]> refuse(WriteRequest request, Actor actor) {
        return desk.change(RefuseRenegotiation.class, request, actor);
    }
}
