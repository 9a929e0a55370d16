/**
 * How does a request become a command, and its outcome an answer? JSON to command records with all field errors at once, the
 * idempotency key, the version that was seen, answers and problems.
 *
 * <p>A controller takes a {@link WriteRequest} and the acting {@link org.maaledger.kernel.provenance.Actor}, binds the body with
 * {@link RecordBinder} and hands the command to the {@link CommandDesk}:
 *
 * <pre>{@code
 * @PostMapping(path = "/v1/agreements/{agreementId}/signature", consumes = "application/json")
 * @WriteOperation
 * ResponseEntity<byte[]> sign(@PathVariable String agreementId, WriteRequest request, Actor actor) {
 *     SignAgreement command = binder.bind(SignAgreement.class, request.body(), Map.of("agreementId", agreementId));
 *     return desk.perform(request.onVersionOf(command.stream()), actor, command).ok();
 * }
 * }</pre>
 *
 * <p>It may know no rule of the domain and no aggregate. It reads no state of its own: whether a request may be answered again is
 * decided by the log.
 */
@NullMarked
package org.maaledger.command.http;

import org.jspecify.annotations.NullMarked;
