package org.maaledger.command.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.maaledger.command.decision.LedgerCommand;

/**
 * Says which command an address takes. The description of the API is made from it: the name of the operation, body, headers and
 * answers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WriteOperation {

    /** The command. */
    Class<? extends LedgerCommand> value();

    /** What it does, in a few words. */
    String summary();

    /** What it is done to. */
    Effect effect() default Effect.CHANGES;

    /** What a command is done to. */
    enum Effect {
        /** It makes something, which has an address from then on. */
        MAKES,
        /** It adds to something that is never overwritten, so it need not say which version it was made on. */
        ADDS,
        /** It changes something that exists, and says by If-Match which version of it was seen. */
        CHANGES
    }
}
