package org.maaledger.kernel.architecture.canary.graph.kernel.target;

/** Something that the kernel holds besides proofs. */
public record Fact(String name) {}
