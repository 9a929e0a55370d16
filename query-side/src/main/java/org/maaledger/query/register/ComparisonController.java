package org.maaledger.query.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.http.Answers;
import org.maaledger.query.http.BadParameters;
import org.maaledger.query.http.Identifiers;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.AsOf;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "register")
@RestController
@RequestMapping("/v1")
final class ComparisonController {

    private final Comparison comparison;

    ComparisonController(Comparison comparison) {
        this.comparison = comparison;
    }

    @Operation(
            operationId = "compareAgreement",
            summary =
                    "What differs in an agreement and its targets between two positions or instants, in words and as data")
    @GetMapping("/agreements/{id}/comparison")
    ResponseEntity<Answer<Comparison.Compared>> compare(
            @PathVariable("id") String id,
            @RequestParam(value = "from", required = false) @Nullable String from,
            @Parameter(description = "Default: the newest") @RequestParam(value = "to", required = false) @Nullable String to,
            @Parameter(hidden = true) Actor actor) {
        if (from == null) {
            throw new BadParameters("from", "missing", "name the first moment: a position or an instant");
        }
        AsOf first = Identifiers.read("from", from, AsOf::of);
        AsOf second = to == null ? new AsOf.Newest() : Identifiers.read("to", to, AsOf::of);
        return Answers.of(comparison.of(Identifiers.read("id", id, AgreementId::of), first, second, actor));
    }
}
