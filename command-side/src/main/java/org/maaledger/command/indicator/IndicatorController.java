package org.maaledger.command.indicator;

import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteOperation.Effect;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.indicator.IndicatorCommand.RedefineIndicator;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes changes of the indicator catalogue. */
@RestController
final class IndicatorController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;

    IndicatorController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/indicators", consumes = JSON)
    @WriteOperation(
            value = RegisterIndicator.class,
            summary = "Put an indicator into the catalogue",
            effect = Effect.MAKES)
    ResponseEntity<byte[]> register(WriteRequest request, Actor actor) {
        RegisterIndicator command = desk.read(RegisterIndicator.class, request);
        return desk.perform(request, actor, command).created("/v1/indicators/" + command.indicator());
    }

    @PostMapping(path = "/v1/indicators/{indicator}/definitions", consumes = JSON)
    @WriteOperation(
            value = RedefineIndicator.class,
            summary = "Give an indicator its next definition; targets stay bound to theirs")
    ResponseEntity<byte[]> redefine(WriteRequest request, Actor actor) {
        return desk.change(RedefineIndicator.class, request, actor);
    }

    @PostMapping(path = "/v1/indicators/{indicator}/withdrawal", consumes = JSON)
    @WriteOperation(value = WithdrawIndicator.class, summary = "State that an indicator is no longer collected")
    ResponseEntity<byte[]> withdraw(WriteRequest request, Actor actor) {
        return desk.change(WithdrawIndicator.class, request, actor);
    }
}
