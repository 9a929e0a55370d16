package org.maaledger.command.area;

import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.area.AreaCommand.SucceedArea;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteOperation.Effect;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes changes of the area register. */
@RestController
final class AreaController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;

    AreaController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/areas", consumes = JSON)
    @WriteOperation(value = RegisterArea.class, summary = "Put a place into the area register", effect = Effect.MAKES)
    ResponseEntity<byte[]> register(WriteRequest request, Actor actor) {
        RegisterArea command = desk.read(RegisterArea.class, request);
        return desk.perform(request, actor, command).created("/v1/areas/" + command.area());
    }

    @PostMapping(path = "/v1/areas/{area}/details", consumes = JSON)
    @WriteOperation(value = ReviseAreaDetails.class, summary = "Correct or complete what the register says of a place")
    ResponseEntity<byte[]> revise(WriteRequest request, Actor actor) {
        return desk.change(ReviseAreaDetails.class, request, actor);
    }

    @PostMapping(path = "/v1/areas/{area}/successors", consumes = JSON)
    @WriteOperation(value = SucceedArea.class, summary = "State that a place was succeeded by another")
    ResponseEntity<byte[]> succeed(WriteRequest request, Actor actor) {
        return desk.change(SucceedArea.class, request, actor);
    }
}
