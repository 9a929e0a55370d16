package org.maaledger.query.http;

import java.util.List;

/** A request whose parameters cannot be read; every fault of it at once. */
public final class BadParameters extends RuntimeException {

    /**
     * One fault.
     *
     * @param field the parameter, as it is written in the address
     * @param code what is wrong, stable for programs
     * @param message what is wrong and how to mend it, for people
     */
    public record Fault(String field, String code, String message) {}

    private final transient List<Fault> faults;

    /** With these faults, at least one. */
    public BadParameters(List<Fault> faults) {
        super(faults.getFirst().message());
        this.faults = List.copyOf(faults);
    }

    /** With one fault. */
    public BadParameters(String field, String code, String message) {
        this(List.of(new Fault(field, code, message)));
    }

    /** The faults. */
    public List<Fault> faults() {
        return faults;
    }
}
