package org.maaledger.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem (RFC 9457), in the form that refusals of commands have too.
 *
 * @param type stable, made of the code
 * @param remedy what can be done
 * @param position the newest event that was looked at, absent where that says nothing
 * @param errors the faults of single parameters, all at once
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "remedy", "position", "errors"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String remedy,
        @Nullable Long position,
        List<BadParameters.Fault> errors) {

    static Problem of(HttpStatus status, String code, RuntimeException fault, String remedy) {
        return new Problem(
                "/problems/" + code,
                title(code),
                status.value(),
                sentence(String.valueOf(fault.getMessage())),
                code,
                remedy,
                null,
                List.of());
    }

    Problem at(@Nullable Long newest) {
        return new Problem(type, title, status, detail, code, remedy, newest, errors);
    }

    Problem with(List<BadParameters.Fault> faults) {
        return new Problem(type, title, status, detail, code, remedy, position, faults);
    }

    /** A message that may stand within another, as a sentence of its own. */
    private static String sentence(String message) {
        String begun = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** The code as words: the same for every case of it, as RFC 9457 asks. */
    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
