package org.maaledger.command.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.http.Answer;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.log.Idempotency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files of figures, and the order to load the shipped reference data.
 *
 * <p>A file is put aside before it is read, because the answer begins while it is read: a client that first sends all and then
 * listens must not be waited for. A key stands for one import from the moment something of it is recorded, and that may be sent again
 * to go on; a check, or a file of which nothing is taken, leaves its key free.
 */
@RestController
class ImportController {

    private static final int FILE_NAME_CHARACTERS_MAX = 120;

    /** How often whoever waits for the turn hears of it. */
    private static final int WAITING_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);

    private final Mappings mappings;
    private final Uploads uploads;
    private final ImportLedgers ledgers;
    private final Idempotency keys;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();

    /** One at a time has the memory that a file may take. */
    private final Semaphore turn = new Semaphore(1, true);

    ImportController(Mappings mappings, Uploads uploads, ImportLedgers ledgers, Idempotency keys, InstantSource clock) {
        this.uploads = uploads;
        this.mappings = mappings;
        this.ledgers = ledgers;
        this.keys = keys;
        this.clock = clock;
    }

    /** Runs on the thread of the request: an answer that begins before the work is done has no time limit there. */
    @PostMapping(
            path = "/v1/imports/readings",
            consumes = {"text/csv", "application/gzip", "application/octet-stream"},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "importReadings",
            summary = "Import a published file of figures, or check it",
            description =
                    "Answers in lines of JSON: {\"progress\"}, {\"fault\"}, and {\"report\"} or {\"problem\"} at the end."
                            + " A file that is refused whole is answered with 422 and a problem that holds its faults and the"
                            + " report, unless lines are on their way by then; the last of them says so. Faults of single rows"
                            + " refuse these rows alone."
                            + " A file under another name than its published one needs the parameter indicator.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "What is found and done, in lines of JSON.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(type = "string"))),
                @ApiResponse(
                        responseCode = "422",
                        description = "The file is refused whole, for the faults that are listed;"
                                + " or the Idempotency-Key belongs to another request.")
            },
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
    void readings(
            @RequestParam String mapping,
            @RequestParam("file-name") String fileName,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(defaultValue = "false") boolean check,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        String key = ImportRequest.key(request);
        ImportRequest.allow(actor, Office.DATA_PROVIDER);
        Mapping chosen = chosen(mapping);
        String name = ImportRequest.fileName(fileName, FILE_NAME_CHARACTERS_MAX);
        DataSet said = ImportRequest.dataSet(indicator, chosen);
        try (Uploads.Upload file = uploads.receive(request.getInputStream())) {
            ImportLines lines = new ImportLines(response.getOutputStream(), json);
            ImportOrder order = new ImportOrder(file, name, said, chosen, check);
            Optional<ImportReport> turnedAway = FileDoor.turnsAway(order, lines);
            if (turnedAway.isPresent()) {
                ledgers.done(turnedAway.get());
                refuse(response, lines, turnedAway.get());
                return;
            }
            String about = said == null ? "" : said.name();
            ImportKey own = new ImportKey(keys, key, actor, "importReadings", mapping, name, about, file.sha256());
            if (!check) {
                own.requireOwn();
            }
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            new Import(order, own).answer(response, lines, actor);
        }
    }

    private static void refuse(HttpServletResponse response, ImportLines lines, ImportReport report) {
        response.setStatus(FileProblem.STATUS);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            lines.refuse(report);
        } catch (ImportLines.ClientGone gone) {
            LOG.info("Whoever sent {} did not wait to hear that it is refused", report.file(), gone);
        }
    }

    private Mapping chosen(String name) {
        return mappings.named(name)
                .orElseThrow(() -> ImportRequest.unacceptable("There is no mapping '%s': use one of %s."
                        .formatted(name, String.join(", ", mappings.names()))));
    }

    private LocalDate today() {
        return clock.instant().atZone(Answer.LONDON).toLocalDate();
    }

    /** One file on its way. */
    private final class Import {
        private final ImportOrder order;
        private final ImportKey key;

        Import(ImportOrder order, ImportKey key) {
            this.order = order;
            this.key = key;
        }

        /** Answers while it imports; whoever has gone away is imported for no longer. */
        void answer(HttpServletResponse response, ImportLines lines, Actor actor) throws IOException {
            try {
                awaitTurn(lines);
                try {
                    LocalDate today = today();
                    ImportReport report =
                            new ReadingImport(ledgers.of(actor, today), today).run(order, lines, key::claim);
                    ledgers.done(report);
                    if (report.readToTheEnd() || lines.isBegun()) {
                        lines.report(report);
                    } else {
                        refuse(response, lines, report);
                    }
                } finally {
                    turn.release();
                }
            } catch (ImportLines.ClientGone e) {
                LOG.info("Whoever sent {} went away; what was recorded stays", order.fileName());
            } catch (RequestRefused e) {
                if (!lines.isBegun()) {
                    throw e;
                }
                tell(lines, e.code(), String.valueOf(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                if (!lines.isBegun()) {
                    throw e;
                }
                LOG.error("The import of {} was broken off", order.fileName(), e);
                tell(
                        lines,
                        "import-broken-off",
                        "The import was broken off by a fault of the ledger. What was recorded stays; send the file again to go on.");
            }
        }

        private void tell(ImportLines lines, String code, String detail) {
            try {
                lines.problem(code, detail);
            } catch (ImportLines.ClientGone gone) {
                LOG.info("Whoever sent {} did not wait for the answer", order.fileName(), gone);
            }
        }

        private void awaitTurn(ImportLines lines) {
            try {
                while (!turn.tryAcquire(WAITING_SECONDS, TimeUnit.SECONDS)) {
                    lines.waiting();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the ledger is stopping", e);
            }
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
        String key = ImportRequest.key(request);
        ImportRequest.allow(actor, Office.DATA_PROVIDER, Office.OPERATOR);
        new ImportKey(keys, key, actor, "importReference").claim();
        CommandedLedger ledger = ledgers.of(actor, today());
        byte[] report = json.writeValueAsBytes(new ReferenceImport(ledger, ledger::details).run());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
    }
}
