package org.maaledger.kernel.architecture.canary;

/** Can be called by anyone. */
public final class LoudController {}
