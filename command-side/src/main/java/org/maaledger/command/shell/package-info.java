/**
 * How does a pure decision become stored events? The part that all aggregate shells share.
 *
 * <p>An aggregate's shell is a class {@code XAggregate} with one command handler on its sealed family of commands, one event sourcing
 * handler on its sealed family of events (with {@code @MetaDataValue(EnvelopeMetaData.ACTED_ON)} where the date of an act matters),
 * and no rule of its own:
 *
 * <pre>{@code
 * @CommandHandler(commandName = XCommand.FAMILY)
 * @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
 * Outcome handle(XCommand command, @MetaDataValue(Submission.KEY) Submission submission, Shell shell) {
 *     return shell.decide(command, submission, AggregateLifecycle.getVersion(),
 *             consulted -> state.decide(command, consulted, submission.act()), AggregateLifecycle::apply);
 * }
 * }</pre>
 *
 * <p>{@link Shell} checks the view the command was given on, lets the pure state decide, and either applies the events (naming to
 * the log every stream that was consulted, the texts for the vault and the idempotency key) or throws the refusal, after making
 * sure that no other node knows better. It may not know HTTP or any aggregate.
 */
@NullMarked
package org.maaledger.command.shell;

import org.jspecify.annotations.NullMarked;
