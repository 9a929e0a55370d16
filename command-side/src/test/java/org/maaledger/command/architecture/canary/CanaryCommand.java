package org.maaledger.command.architecture.canary;

/** A family of commands. */
public interface CanaryCommand {}
