package org.maaledger.command.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grounds of a refusal, in plain words.
 *
 * @param code stable, in kebab case
 * @param rule what stands against the command, with the figures or names of the case
 * @param remedy what can be done about it
 * @param source where the rule is written: an Act with its section, guidance, or a decision of this ledger
 * @param pointer the field it is about, as a JSON pointer into the request, where it is about one
 */
public record Grounds(
        RefusalKind kind,
        String code,
        String rule,
        String remedy,
        String source,
        @Nullable String pointer) {

    public static Grounds forbidden(String code, String rule, String remedy, String source) {
        return new Grounds(RefusalKind.FORBIDDEN, code, rule, remedy, source, null);
    }

    public static Grounds unknown(String code, String rule, String remedy, String source) {
        return new Grounds(RefusalKind.UNKNOWN, code, rule, remedy, source, null);
    }

    public static Grounds conflict(String code, String rule, String remedy, String source) {
        return new Grounds(RefusalKind.CONFLICT, code, rule, remedy, source, null);
    }

    public static Grounds unacceptable(String code, String rule, String remedy, String source) {
        return new Grounds(RefusalKind.UNACCEPTABLE, code, rule, remedy, source, null);
    }

    /** The same grounds, about one field of the request. */
    public Grounds at(String jsonPointer) {
        return new Grounds(kind, code, rule, remedy, source, jsonPointer);
    }

    /** The field these grounds are about, where they are about one. */
    public Optional<String> field() {
        return Optional.ofNullable(pointer);
    }

    /** Rule and remedy, each a sentence. */
    public String message() {
        return rule + " " + remedy;
    }
}
