package org.maaledger.command.http;

/**
 * A fault of one field of a request.
 *
 * @param field where, as a JSON pointer (RFC 6901), such as {@code /milestones/0/value}; empty for the whole body
 * @param code {@code required}, {@code unknown}, {@code twice}, {@code type}, {@code value} or {@code too-many}
 * @param message what is wrong and how to mend it
 */
public record FieldError(String field, String code, String message) {}
