package org.maaledger.command.decision;

/**
 * The states of other streams that a decision rests on, looked up when it first needs them.
 *
 * <p>What is looked up is guarded: if one of these streams has grown when the events are to be stored, the command is decided again.
 */
public interface Consulted {

    /** What {@code fold} makes of {@code stream}; its empty state if nothing happened there. */
    <S> S state(Fold<S> fold, String stream);
}
