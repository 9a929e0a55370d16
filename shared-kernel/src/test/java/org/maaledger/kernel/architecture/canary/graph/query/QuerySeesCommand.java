package org.maaledger.kernel.architecture.canary.graph.query;

import org.maaledger.kernel.architecture.canary.graph.command.Request;

/** Looks across from the read side. */
public record QuerySeesCommand(Request request) {}
