package org.maaledger.command.target;

import java.util.Map;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteOperation.Effect;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands on targets, until they are agreed. */
@RestController
final class TargetController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;

    TargetController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/agreements/{agreementId}/targets", consumes = JSON)
    @WriteOperation(value = ProposeTarget.class, summary = "Propose a target with a first offer", effect = Effect.MAKES)
    ResponseEntity<byte[]> propose(WriteRequest request, Actor actor) {
        TargetId derived = new TargetId(desk.derivedId(request, actor, "target"));
        ProposeTarget command = desk.read(ProposeTarget.class, request, Map.of("targetId", derived));
        return desk.perform(request, actor, command, Map.of("targetId", command.targetId()))
                .created("/v1/targets/" + command.targetId());
    }

    @PostMapping(path = "/v1/targets/{targetId}/offers", consumes = JSON)
    @WriteOperation(value = CounterPropose.class, summary = "Make a counter-offer")
    ResponseEntity<byte[]> counter(WriteRequest request, Actor actor) {
        return desk.change(CounterPropose.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/consents", consumes = JSON)
    @WriteOperation(value = ConsentToTarget.class, summary = "Consent to the current offer")
    ResponseEntity<byte[]> consent(WriteRequest request, Actor actor) {
        return desk.change(ConsentToTarget.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/consent-refusals", consumes = JSON)
    @WriteOperation(value = WithholdConsent.class, summary = "Refuse the current offer")
    ResponseEntity<byte[]> withhold(WriteRequest request, Actor actor) {
        return desk.change(WithholdConsent.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/baseline", consumes = JSON)
    @WriteOperation(value = SetBaseline.class, summary = "Set or correct the baseline")
    ResponseEntity<byte[]> setBaseline(WriteRequest request, Actor actor) {
        return desk.change(SetBaseline.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/baseline-gap", consumes = JSON)
    @WriteOperation(value = DeclareGap.class, summary = "Declare by when a missing baseline will be there")
    ResponseEntity<byte[]> declareGap(WriteRequest request, Actor actor) {
        return desk.change(DeclareGap.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/trajectory", consumes = JSON)
    @WriteOperation(value = AgreeTrajectory.class, summary = "Agree the trajectory")
    ResponseEntity<byte[]> agreeTrajectory(WriteRequest request, Actor actor) {
        return desk.change(AgreeTrajectory.class, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/withdrawal", consumes = JSON)
    @WriteOperation(value = WithdrawTarget.class, summary = "Take the target out")
    ResponseEntity<byte[]> withdraw(WriteRequest request, Actor actor) {
        return desk.change(WithdrawTarget.class, request, actor);
    }
}
