package org.maaledger.query.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorCode;
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
final class ReferenceController {

    private static final int NAME_CHARACTERS_MAX = 200;

    private final Areas areas;
    private final Indicators indicators;

    ReferenceController(Areas areas, Indicators indicators) {
        this.areas = areas;
        this.indicators = indicators;
    }

    @Operation(
            operationId = "listAreas",
            summary = "The area register; with valid-on, the places that existed on that day")
    @MomentParameters
    @PageParameters
    @GetMapping("/areas")
    ResponseEntity<Answer<Page<Areas.Entry>>> areas(
            @RequestParam(value = "level", required = false) @Nullable String level,
            @RequestParam(value = "name", required = false) @Nullable String name,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged) {
        AreaLevel wanted = level == null ? null : Identifiers.read("level", level, AreaLevel::of);
        if (name != null && (name.length() > NAME_CHARACTERS_MAX || name.indexOf('\0') >= 0)) {
            throw new BadParameters(
                    "name",
                    "not-a-name",
                    "a name has at most %d characters, none of them U+0000".formatted(NAME_CHARACTERS_MAX));
        }
        return Answers.of(areas.list(asked, new Areas.Wanted(wanted, name), paged));
    }

    @Operation(operationId = "getArea", summary = "One place")
    @MomentParameters
    @GetMapping("/areas/{area}")
    ResponseEntity<Answer<Areas.Entry>> area(@PathVariable("area") String area, @Parameter(hidden = true) Asked asked) {
        Answer<Areas.Entry> answer = areas.one(asked, Identifiers.read("area", area, AreaCode::new));
        return Answers.of(answer, answer.content().version());
    }

    @Operation(operationId = "listIndicators", summary = "The indicator catalogue, or that of one source such as ni")
    @MomentParameters
    @PageParameters
    @GetMapping("/indicators")
    ResponseEntity<Answer<Page<Indicators.Entry>>> indicators(
            @RequestParam(value = "source", required = false) @Nullable String source,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Paged paged) {
        if (source != null && !source.matches("[a-z][a-z0-9]{1,11}")) {
            throw new BadParameters(
                    "source", "not-a-source", "write the part before the colon of its codes, such as ni");
        }
        return Answers.of(indicators.list(asked, source == null ? "" : source + ":", paged));
    }

    @Operation(operationId = "getIndicator", summary = "One indicator with every version of its definition")
    @MomentParameters
    @GetMapping("/indicators/{indicator}")
    ResponseEntity<Answer<Indicators.Entry>> indicator(
            @PathVariable("indicator") String indicator, @Parameter(hidden = true) Asked asked) {
        Answer<Indicators.Entry> answer =
                indicators.one(asked, Identifiers.read("indicator", indicator, IndicatorCode::new));
        return Answers.of(answer, answer.content().version());
    }
}
