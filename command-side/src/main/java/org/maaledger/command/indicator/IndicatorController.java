package org.maaledger.command.indicator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Map;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.indicator.IndicatorCommand.RedefineIndicator;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes changes of the indicator catalogue. */
@RestController
class IndicatorController {

    private final RecordBinder binder;
    private final CommandDesk desk;

    IndicatorController(RecordBinder binder, CommandDesk desk) {
        this.binder = binder;
        this.desk = desk;
        binder.prepare(RegisterIndicator.class);
        binder.prepare(RedefineIndicator.class);
        binder.prepare(WithdrawIndicator.class);
    }

    @PostMapping(path = "/v1/indicators", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "registerIndicator",
            summary = "Put an indicator into the catalogue",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RegisterIndicator.class))))
    ResponseEntity<byte[]> register(WriteRequest request, Actor actor) {
        RegisterIndicator command = binder.bind(RegisterIndicator.class, request.body(), Map.of());
        return desk.perform(request, actor, command).created("/v1/indicators/" + command.indicator());
    }

    @PostMapping(path = "/v1/indicators/{indicator}/definitions", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "redefineIndicator",
            summary = "Give an indicator its next definition; targets stay bound to theirs",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RedefineIndicator.class))))
    ResponseEntity<byte[]> redefine(@PathVariable String indicator, WriteRequest request, Actor actor) {
        RedefineIndicator command =
                binder.bind(RedefineIndicator.class, request.body(), Map.of("indicator", indicator));
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }

    @PostMapping(path = "/v1/indicators/{indicator}/withdrawal", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "withdrawIndicator",
            summary = "State that an indicator is no longer collected",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawIndicator.class))))
    ResponseEntity<byte[]> withdraw(@PathVariable String indicator, WriteRequest request, Actor actor) {
        WithdrawIndicator command =
                binder.bind(WithdrawIndicator.class, request.body(), Map.of("indicator", indicator));
        return desk.perform(request.onVersionOf(command.stream()), actor, command)
                .ok();
    }
}
