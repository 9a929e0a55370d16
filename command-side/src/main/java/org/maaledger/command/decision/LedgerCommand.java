package org.maaledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to do something, addressed to one aggregate. Each family of commands is sealed and belongs to one aggregate; the record
 * of a command is also the body of the request that carries it.
 */
public interface LedgerCommand {

    /** The name of the family, by which the command reaches its aggregate. */
    String family();

    /** The stream that the command's events go to. */
    String stream();

    /** The date of the act, where the request gives one; otherwise it is the day of the request. */
    @Nullable LocalDate actedOn();

    /** The free texts that the command carries, to be put into the vault with its events. */
    default List<FreeText> texts() {
        return List.of();
    }

    /** The stable name of the command: its type's name, as a verb in lower camel case, such as {@code proposeTarget}. */
    static String nameOf(Class<? extends LedgerCommand> type) {
        return CommandNames.NAMES.get(type);
    }
}
