package org.maaledger.kernel.architecture.canary;

/** A family of facts. */
public interface CanaryEvent {}
