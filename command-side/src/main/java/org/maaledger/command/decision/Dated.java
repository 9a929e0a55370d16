package org.maaledger.command.decision;

import java.time.LocalDate;
import org.maaledger.kernel.LedgerEvent;

/** An event with the date of the act that it records, which stands in its envelope. */
public record Dated(LedgerEvent event, LocalDate actedOn) {}
