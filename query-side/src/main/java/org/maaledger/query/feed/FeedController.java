package org.maaledger.query.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.http.Answers;
import org.maaledger.query.http.BadParameters;
import org.maaledger.query.http.MomentParameters;
import org.maaledger.query.http.PageParameters;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/v1/events")
final class FeedController {

    private static final String GIVEN = "Events; Ledger-Next and Ledger-Incomplete come with rows only.";

    /** The address of what follows a batch; in CSV there is no other place for it. */
    private static final String NEXT = "Ledger-Next";

    /** Whether an event that bears on a batch waits among the dead letters, likewise. */
    private static final String INCOMPLETE = "Ledger-Incomplete";

    private final Feed feed;
    private final FeedStreams streams;
    private final JsonMapper json;

    FeedController(Feed feed, FeedStreams streams, JsonMapper json) {
        this.feed = feed;
        this.streams = streams;
        this.json = json;
    }

    @Operation(
            operationId = "listEvents",
            summary = "Events after a position, as JSON, CSV or a stream of server-sent events",
            description =
                    "Gives what the caller may see at the time of asking. Events of a draft are passed over for those who "
                            + "may not see it, and are not given again when it is signed: read the history of the agreement then."
                            + " Accept: text/csv gives rows, with Ledger-Next and Ledger-Incomplete as headers. Accept:"
                            + " text/event-stream gives a stream without end, which goes on after Last-Event-ID and takes neither"
                            + " as-of nor valid-on nor min-position; an event in it that is called incomplete names two positions"
                            + " between which something may be missing until a dead letter is mended.")
    @MomentParameters
    @PageParameters
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer<Batch>> json(
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(feed.after(asked, paged.afterPosition(), paged.size(), actor));
    }

    @Operation(
            operationId = "listEventsAsCsv",
            summary =
                    "The same as a table; Ledger-Next says where to go on, Ledger-Incomplete whether something may be missing",
            description =
                    "CSV (RFC 4180) in UTF-8 with a header row. A cell that begins with =, +, -, @, a tab or a line break has an "
                            + "apostrophe before it, so that no spreadsheet takes it for a formula.")
    @ApiResponse(
            responseCode = "200",
            description = FeedController.GIVEN,
            headers = {
                @Header(
                        name = Answers.LEDGER_POSITION,
                        description = "The position that the answer holds for.",
                        schema = @Schema(type = "string")),
                @Header(
                        name = FeedController.NEXT,
                        description = "What to give as after to go on.",
                        schema = @Schema(type = "string")),
                @Header(
                        name = FeedController.INCOMPLETE,
                        description = "Whether an event that bears on them waits among the dead letters.",
                        schema = @Schema(type = "string"))
            },
            useReturnTypeSchema = true)
    @MomentParameters
    @PageParameters
    @GetMapping(produces = "text/csv")
    ResponseEntity<String> csv(
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        Answer<Batch> answer = feed.after(asked, paged.afterPosition(), paged.size(), actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(Answers.LEDGER_POSITION, Long.toString(answer.position()))
                .header(NEXT, Long.toString(answer.content().next()))
                .header(INCOMPLETE, Boolean.toString(answer.incomplete()))
                .body(FeedCsv.of(answer.content().items(), json));
    }

    @Operation(
            operationId = "followEvents",
            summary = "The same without end; a client that lost the connection goes on from its Last-Event-ID",
            description =
                    "An event called incomplete names two positions between which something may be missing, because an "
                            + "event waits among the dead letters: ask for them again once it is mended.")
    @ApiResponse(
            responseCode = "200",
            description = FeedController.GIVEN,
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @PageParameters
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        long after = lastEventId == null ? paged.afterPosition() : position(lastEventId);
        return streams.open(after, actor);
    }

    private static long position(String lastEventId) {
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw new BadParameters("Last-Event-ID", "not-a-place", "send the id of the last event that you received");
        }
        return Long.parseLong(lastEventId);
    }
}
