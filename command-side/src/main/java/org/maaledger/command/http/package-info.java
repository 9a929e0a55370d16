/**
 * How does a request become a command, and its outcome an answer? JSON to command records with all field errors at once, the
 * idempotency key, the version that was seen, answers and problems.
 *
 * <p>A controller takes a {@link WriteRequest} and the acting {@link org.maaledger.kernel.provenance.Actor} and hands them in at the
 * {@link CommandDesk}, which reads the command with {@link RecordBinder}. {@link WriteOperation} says which command it is; the
 * description of the API is made from it, and from what the binder reads:
 *
 * <pre>{@code
 * @PostMapping(path = "/v1/agreements/{agreementId}/signature", consumes = "application/json")
 * @WriteOperation(value = SignAgreement.class, summary = "Sign the agreement for the Secretary of State")
 * ResponseEntity<byte[]> sign(WriteRequest request, Actor actor) {
 *     return desk.change(SignAgreement.class, request, actor);
 * }
 * }</pre>
 *
 * <p>It may know no rule of the domain and no aggregate. It reads no state of its own: whether a request may be answered again is
 * decided by the log.
 */
@NullMarked
package org.maaledger.command.http;

import org.jspecify.annotations.NullMarked;
