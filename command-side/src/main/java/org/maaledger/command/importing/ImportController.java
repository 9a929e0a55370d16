package org.maaledger.command.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.http.Answer;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Takes files of figures, and the order to load the shipped reference data.
 *
 * <p>A file is put aside before it is read, because the answer begins while it is read: a client that first sends all and then
 * listens must not be waited for. Importing is idempotent by itself, so the key of a repeated request needs no memory.
 */
@RestController
class ImportController {

    /** A gigabyte: a hundred times the largest file, packed. */
    private static final long FILE_BYTES_MAX = 1L << 30;

    private static final int FILE_NAME_CHARACTERS_MAX = 120;
    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);

    private final Mappings mappings;
    private final Dispatch dispatch;
    private final ReferenceStreams streams;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Semaphore room = new Semaphore(1);

    ImportController(Mappings mappings, Dispatch dispatch, ReferenceStreams streams, InstantSource clock) {
        this.mappings = mappings;
        this.dispatch = dispatch;
        this.streams = streams;
        this.clock = clock;
    }

    @PostMapping(
            path = "/v1/imports/readings",
            consumes = {"text/csv", "application/gzip", "application/octet-stream"},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "importReadings",
            summary = "Import a published file of figures, or check it",
            description =
                    "Answers in lines of JSON: {\"progress\"}, {\"fault\"}, and {\"report\"} or {\"problem\"} at the end.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            required = true,
                            schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/gzip",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    ResponseEntity<StreamingResponseBody> readings(
            @RequestParam String mapping,
            @RequestParam("file-name") String fileName,
            @RequestParam(defaultValue = "false") boolean check,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        ImportRequest.requireKey(request);
        require(actor, Office.DATA_PROVIDER);
        Mapping chosen = chosen(mapping);
        String name = ImportRequest.fileName(fileName, FILE_NAME_CHARACTERS_MAX);
        Path file = ImportRequest.putAside(request.getInputStream(), FILE_BYTES_MAX);
        LocalDate today = today();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(out -> stream(out, file, name, chosen, check, actor, today));
    }

    private Mapping chosen(String name) {
        return mappings.named(name)
                .orElseThrow(() -> ImportRequest.unacceptable("There is no mapping '%s': use one of %s."
                        .formatted(name, String.join(", ", mappings.names()))));
    }

    private LocalDate today() {
        return clock.instant().atZone(Answer.LONDON).toLocalDate();
    }

    private void stream(
            OutputStream out, Path file, String name, Mapping mapping, boolean check, Actor actor, LocalDate today)
            throws IOException {
        ImportLines lines = new ImportLines(out, json);
        try (InputStream in = Files.newInputStream(file)) {
            room.acquireUninterruptibly();
            try {
                CommandedLedger ledger = new CommandedLedger(dispatch, streams, actor, today);
                lines.report(new ReadingImport(ledger, today).run(in, name, mapping, check, lines));
            } finally {
                room.release();
            }
        } catch (RuntimeException e) {
            LOG.error("The import of {} was broken off", name, e);
            lines.problem(
                    "import-broken-off",
                    "The import was broken off by a fault of the ledger. What was recorded stays; send the file again to go on.");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @PostMapping(path = "/v1/imports/reference", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importReference",
            summary = "Load the shipped area register and National Indicators",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            required = true,
                            schema = @Schema(type = "string")))
    ResponseEntity<byte[]> reference(HttpServletRequest request, Actor actor) throws JsonProcessingException {
        ImportRequest.requireKey(request);
        require(actor, Office.DATA_PROVIDER, Office.OPERATOR);
        CommandedLedger ledger = new CommandedLedger(dispatch, streams, actor, today());
        byte[] report = json.writeValueAsBytes(new ReferenceImport(ledger, ledger::details).run());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
    }

    private static void require(Actor actor, Office... offices) {
        for (Office office : offices) {
            if (actor.office() == office) {
                return;
            }
        }
        throw new CommandRefused(new ImportNotYours(actor.office()));
    }
}
