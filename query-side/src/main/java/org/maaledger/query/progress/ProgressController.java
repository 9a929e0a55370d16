package org.maaledger.query.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.GroupCode;
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
import org.maaledger.query.progress.Progress.TargetProgress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
final class ProgressController {

    private final Progress progress;

    ProgressController(Progress progress) {
        this.progress = progress;
    }

    @Operation(operationId = "getAgreementProgress", summary = "How the targets of an agreement are going")
    @MomentParameters
    @PageParameters
    @GetMapping(value = "/agreements/{agreementId}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer<Page<TargetProgress>>> agreement(
            @PathVariable("agreementId") String agreementId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(progress.ofAgreementWritten(
                asked, Identifiers.read("agreementId", agreementId, AgreementId::of), paged, actor));
    }

    @Operation(operationId = "getTargetProgress", summary = "How one target is going, period by period")
    @MomentParameters
    @GetMapping(value = "/targets/{targetId}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer<TargetProgress>> target(
            @PathVariable("targetId") String targetId,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(progress.ofTargetWritten(asked, Identifiers.read("targetId", targetId, TargetId::of), actor));
    }

    @Operation(
            operationId = "listReadings",
            summary = "Readings of one series, or of an indicator, an area and a group; every vintage side by side")
    @MomentParameters
    @PageParameters
    @GetMapping("/readings")
    ResponseEntity<Answer<Page<Reading>>> readings(
            @RequestParam(value = "series", required = false) @Nullable String series,
            @RequestParam(value = "indicator", required = false) @Nullable String indicator,
            @RequestParam(value = "area", required = false) @Nullable String area,
            @RequestParam(value = "group", required = false) @Nullable String group,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged) {
        return Answers.of(progress.readings(asked, prefix(series, indicator, area, group), paged));
    }

    private static String prefix(
            @Nullable String series, @Nullable String indicator, @Nullable String area, @Nullable String group) {
        if (series != null) {
            if (indicator != null || area != null || group != null) {
                throw new BadParameters(
                        "series", "too-many", "name a series, or its indicator, area and group, not both");
            }
            return Identifiers.read("series", series, SeriesId::of) + "~";
        }
        if (indicator == null) {
            throw new BadParameters("indicator", "missing", "name a series, or at least an indicator such as ni:154");
        }
        String prefix = Identifiers.read("indicator", indicator, IndicatorCode::new) + "~";
        if (area == null) {
            if (group != null) {
                throw new BadParameters("group", "without-area", "a group is asked for in an area: name the area too");
            }
            return prefix;
        }
        prefix += Identifiers.read("area", area, AreaCode::new) + "~";
        return group == null ? prefix : prefix + Identifiers.read("group", group, GroupCode::new) + "~";
    }
}
