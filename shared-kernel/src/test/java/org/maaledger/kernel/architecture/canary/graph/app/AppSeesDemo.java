package org.maaledger.kernel.architecture.canary.graph.app;

import org.maaledger.kernel.architecture.canary.graph.demo.Trial;

/** Brings the demonstration into the program. */
public record AppSeesDemo(Trial trial) {}
