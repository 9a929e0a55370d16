package org.maaledger.query.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.http.Answers;
import org.maaledger.query.http.ComparisonParameters;
import org.maaledger.query.http.Identifiers;
import org.maaledger.query.http.PageParameters;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.AskedTwice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

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
                    "What differs in an agreement and its targets between two moments, in words and as data; a page ends with the differences of some whole targets")
    @ComparisonParameters
    @PageParameters
    @GetMapping("/agreements/{agreementId}/comparison")
    ResponseEntity<Answer<Comparison.Compared>> compare(
            @PathVariable("agreementId") String agreementId,
            @Parameter(hidden = true) AskedTwice asked,
            @Parameter(hidden = true) Paged paged,
            @Parameter(hidden = true) Actor actor) {
        return Answers.of(
                comparison.of(Identifiers.read("agreementId", agreementId, AgreementId::of), asked, paged, actor));
    }
}
