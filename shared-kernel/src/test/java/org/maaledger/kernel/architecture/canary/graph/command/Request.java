package org.maaledger.kernel.architecture.canary.graph.command;

/** Something on the write side. */
public record Request(String name) {}
