package org.maaledger.command.shell;

import java.util.List;
import org.maaledger.kernel.LedgerEvent;

/**
 * What an accepted command ended in.
 *
 * @param events what happened, in order
 * @param append where it was stored, to be asked once the command is done
 */
public record Outcome(List<? extends LedgerEvent> events, Append append) {}
