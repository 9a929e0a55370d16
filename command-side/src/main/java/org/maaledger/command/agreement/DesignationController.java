package org.maaledger.command.agreement;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.maaledger.command.agreement.ActRefusal.AgreementUnknown;
import org.maaledger.command.agreement.ActRefusal.TargetOfNoAgreement;
import org.maaledger.command.agreement.AgreementCommand.DesignateTarget;
import org.maaledger.command.agreement.AgreementCommand.RevokeDesignation;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.shell.StreamStates;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.TargetId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes commands on designations. They stand in the address of a target and are recorded in its agreement: If-Match and the entity
 * tag of the answer name the target's version, the body of the answer names the agreement and its version.
 */
@RestController
final class DesignationController {

    private static final String JSON = "application/json";

    /** Stands for the agreement of a target that there is not: what is asked of it is refused as of one that may not be seen. */
    private static final AgreementId NO_AGREEMENT = new AgreementId(new UUID(0, 0));

    private final CommandDesk desk;
    private final StreamStates states;

    DesignationController(CommandDesk desk, StreamStates states) {
        this.desk = desk;
        this.states = states;
    }

    @PostMapping(path = "/v1/targets/{targetId}/designation", consumes = JSON)
    @WriteOperation(value = DesignateTarget.class, summary = "Designate an agreed target")
    ResponseEntity<byte[]> designate(WriteRequest request, Actor actor) {
        return perform(DesignateTarget.class, DesignateTarget::targetId, request, actor);
    }

    @PostMapping(path = "/v1/targets/{targetId}/designation/revocation", consumes = JSON)
    @WriteOperation(value = RevokeDesignation.class, summary = "Revoke a designation")
    ResponseEntity<byte[]> revoke(WriteRequest request, Actor actor) {
        return perform(RevokeDesignation.class, RevokeDesignation::targetId, request, actor);
    }

    private <C extends Record & AgreementCommand> ResponseEntity<byte[]> perform(
            Class<C> type, Function<C, TargetId> addressed, WriteRequest request, Actor actor) {
        // Read before the agreement is known: what is looked up is an id, and never just what stands in the address.
        TargetId target = addressed.apply(read(type, request, NO_AGREEMENT));
        AgreementId known = states.latest(
                        TargetStanding.FOLD, target.toString(), standing -> standing.agreement() != null)
                .agreement();
        AgreementId agreement = known == null ? NO_AGREEMENT : known;
        C command = read(type, request, agreement);
        try {
            return desk.perform(
                            request.onVersionOf(target.toString()), actor, command, Map.of("agreementId", agreement))
                    .ok();
        } catch (CommandRefused refused) {
            throw refused.refusal() instanceof AgreementUnknown
                    ? new CommandRefused(new TargetOfNoAgreement(target.toString()))
                    : refused;
        }
    }

    private <C extends Record & AgreementCommand> C read(Class<C> type, WriteRequest request, AgreementId agreement) {
        return desk.read(type, request.with("agreementId", agreement.toString()));
    }
}
