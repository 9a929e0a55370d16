package org.maaledger.kernel.architecture.canary.graph.demo;

/** Something of the demonstration. */
public record Trial(String name) {}
