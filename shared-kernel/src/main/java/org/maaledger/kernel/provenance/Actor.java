package org.maaledger.kernel.provenance;

/** Who acts: a person or system, for a body, in an office. It is part of every event's envelope, not of its payload. */
public record Actor(ActorId id, BodyId body, Office office) {}
