package org.maaledger.command.reading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Map;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.reading.ReadingCommand.CorrectReading;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes readings one at a time. */
@RestController
class ReadingController {

    private final RecordBinder binder;
    private final CommandDesk desk;

    ReadingController(RecordBinder binder, CommandDesk desk) {
        this.binder = binder;
        this.desk = desk;
        binder.prepare(RecordReading.class);
        binder.prepare(CorrectReading.class);
    }

    @PostMapping(path = "/v1/readings", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "recordReading",
            summary = "Record what a source published for a period",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RecordReading.class))))
    ResponseEntity<byte[]> record(WriteRequest request, Actor actor) {
        RecordReading command = binder.bind(RecordReading.class, request.body(), Map.of());
        return desk.perform(request, actor, command).created("/v1/readings?series=" + command.series());
    }

    @PostMapping(path = "/v1/readings/corrections", consumes = "application/json")
    @WriteOperation
    @Operation(
            operationId = "correctReading",
            summary = "Correct a recorded reading; the earlier one stays on record",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = CorrectReading.class))))
    ResponseEntity<byte[]> correct(WriteRequest request, Actor actor) {
        CorrectReading command = binder.bind(CorrectReading.class, request.body(), Map.of());
        return desk.perform(request, actor, command).ok();
    }
}
