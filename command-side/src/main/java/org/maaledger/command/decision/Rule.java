package org.maaledger.command.decision;

import org.jspecify.annotations.Nullable;

/** A rule that may stand against a command. */
@FunctionalInterface
public interface Rule {

    /** What stands against the command; null if nothing does. */
    @Nullable Refusal refusal();

    /** What the first of {@code rules} says that stands against the command; those after it are not asked. */
    static @Nullable Refusal first(Rule... rules) {
        for (Rule rule : rules) {
            Refusal refusal = rule.refusal();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
