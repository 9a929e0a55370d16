package org.maaledger.kernel.architecture.canary.graph.query;

/** Something on the read side. */
public record Answer(String name) {}
