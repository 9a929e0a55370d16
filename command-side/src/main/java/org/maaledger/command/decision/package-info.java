/**
 * What does a command end in? In events, or in a refusal that names the rule, the remedy and where the rule is written; never in
 * neither.
 *
 * <p>How to add a command: write it as a record of its aggregate's sealed family, extending {@link LedgerCommand}; the record is
 * also the request body. The aggregate's pure state takes it in {@code decide(command, consulted, act)} and answers with a
 * {@link Decision}; {@code evolve(event, actedOn)} gives the next state. What may stand against it is a list of {@link Rule}s in the
 * order in which they are told: rights first, then the state, then the dates. States of other streams are asked of {@link Consulted} by a
 * {@link Fold}, which also puts their version under guard when the events are stored. {@link Act} says who acts and on which date
 * the act took place. Free text arrives as {@link FreeText}; events hold its reference, the shell stores the text in the vault.
 *
 * <p>Nothing here may know Axon, Spring, HTTP, a clock or anything random.
 */
@NullMarked
package org.maaledger.command.decision;

import org.jspecify.annotations.NullMarked;
