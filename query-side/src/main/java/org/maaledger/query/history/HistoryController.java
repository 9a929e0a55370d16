package org.maaledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.http.Answers;
import org.maaledger.query.http.BadParameters;
import org.maaledger.query.http.Identifiers;
import org.maaledger.query.http.MomentParameters;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.PageParameters;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
final class HistoryController {

    private final History history;

    HistoryController(History history) {
        this.history = history;
    }

    @Operation(operationId = "getAgreementHistory", summary = "What happened to an agreement and its targets, in order")
    @MomentParameters
    @PageParameters
    @GetMapping("/agreements/{agreementId}/history")
    ResponseEntity<Answer<Page<Step>>> agreement(
            @PathVariable("agreementId") String agreementId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(history.ofAgreement(
                asked, Identifiers.read("agreementId", agreementId, AgreementId::of), paged, actor));
    }

    @Operation(operationId = "getTargetHistory", summary = "What happened to a target, in order")
    @MomentParameters
    @PageParameters
    @GetMapping("/targets/{targetId}/history")
    ResponseEntity<Answer<Page<Step>>> target(
            @PathVariable("targetId") String targetId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(history.ofTarget(asked, Identifiers.read("targetId", targetId, TargetId::of), actor, paged));
    }

    @Operation(operationId = "getReadingHistory", summary = "What happened to a series of readings, in order")
    @MomentParameters
    @PageParameters
    @GetMapping("/readings/history")
    ResponseEntity<Answer<Page<Step>>> readings(
            @RequestParam(value = "series", required = false) @Nullable String series,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged) {
        if (series == null) {
            throw new BadParameters("series", "missing", "name a series such as ni:154~E06000002~all");
        }
        return Answers.of(history.ofSeries(asked, Identifiers.read("series", series, SeriesId::of), paged));
    }
}
