package org.maaledger.command.area;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Map;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.area.AreaCommand.SucceedArea;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes changes of the area register. */
@RestController
class AreaController {

    private final RecordBinder binder;
    private final CommandDesk desk;

    AreaController(RecordBinder binder, CommandDesk desk) {
        this.binder = binder;
        this.desk = desk;
        binder.prepare(RegisterArea.class);
        binder.prepare(ReviseAreaDetails.class);
        binder.prepare(SucceedArea.class);
    }

    @PostMapping(path = "/v1/areas", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "registerArea",
            summary = "Put a place into the area register",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RegisterArea.class))))
    ResponseEntity<byte[]> register(WriteRequest request, Actor actor) {
        RegisterArea command = binder.bind(RegisterArea.class, request.body(), Map.of());
        return desk.perform(request, actor, command).created("/v1/areas/" + command.area());
    }

    @PostMapping(path = "/v1/areas/{area}/details", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "reviseAreaDetails",
            summary = "Correct or complete what the register says of a place",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ReviseAreaDetails.class))))
    ResponseEntity<byte[]> revise(@PathVariable String area, WriteRequest request, Actor actor) {
        ReviseAreaDetails command = binder.bind(ReviseAreaDetails.class, request.body(), Map.of("area", area));
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }

    @PostMapping(path = "/v1/areas/{area}/successors", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "succeedArea",
            summary = "State that a place was succeeded by another",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = SucceedArea.class))))
    ResponseEntity<byte[]> succeed(@PathVariable String area, WriteRequest request, Actor actor) {
        SucceedArea command = binder.bind(SucceedArea.class, request.body(), Map.of("area", area));
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }
}
