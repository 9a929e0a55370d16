package org.maaledger.command.decision;

/** Why a command was refused: a state of affairs. Each aggregate seals its own family of them. */
public interface Refusal {

    /** What to tell whoever gave the command. */
    Grounds grounds();

    /** The stable code of this refusal, in kebab case; programs may rely on it. */
    default String code() {
        return grounds().code();
    }
}
