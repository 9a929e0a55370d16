package org.maaledger.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Grounds;

/**
 * A problem (RFC 9457).
 *
 * @param type stable, made of the code
 * @param rule what stands against the request
 * @param remedy what can be done
 * @param source where the rule is written
 * @param errors the faults of single fields, all at once
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "rule", "remedy", "source", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String rule,
        @Nullable String remedy,
        @Nullable String source,
        List<FieldError> errors) {

    static Problem of(RequestRefused refused) {
        return new Problem(
                "/problems/" + refused.code(),
                refused.title(),
                refused.status(),
                String.valueOf(refused.getMessage()),
                refused.code(),
                null,
                null,
                null,
                refused.errors());
    }

    static Problem of(Grounds grounds) {
        List<FieldError> errors = grounds.field()
                .map(field -> List.of(new FieldError(field, grounds.code(), grounds.message())))
                .orElse(List.of());
        return new Problem(
                "/problems/" + grounds.code(),
                title(grounds.code()),
                status(grounds),
                grounds.message(),
                grounds.code(),
                grounds.rule(),
                grounds.remedy(),
                grounds.source(),
                errors);
    }

    private static int status(Grounds grounds) {
        return switch (grounds.kind()) {
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNACCEPTABLE -> 422;
        };
    }

    /** The code as words: the same for every case of it, as RFC 9457 asks. */
    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
