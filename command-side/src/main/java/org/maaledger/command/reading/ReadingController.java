package org.maaledger.command.reading;

import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteOperation.Effect;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.command.reading.ReadingCommand.CorrectReading;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes readings one at a time. */
@RestController
final class ReadingController {

    private static final String JSON = "application/json";

    private final CommandDesk desk;

    ReadingController(CommandDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/v1/readings", consumes = JSON)
    @WriteOperation(
            value = RecordReading.class,
            summary = "Record what a source published for a period",
            effect = Effect.MAKES)
    ResponseEntity<byte[]> record(WriteRequest request, Actor actor) {
        RecordReading command = desk.read(RecordReading.class, request);
        return desk.perform(request, actor, command).created("/v1/readings?series=" + command.series());
    }

    @PostMapping(path = "/v1/readings/corrections", consumes = JSON)
    @WriteOperation(
            value = CorrectReading.class,
            summary = "Correct a recorded reading; the earlier one stays on record",
            effect = Effect.ADDS)
    ResponseEntity<byte[]> correct(WriteRequest request, Actor actor) {
        CorrectReading command = desk.read(CorrectReading.class, request);
        return desk.perform(request, actor, command).ok();
    }
}
