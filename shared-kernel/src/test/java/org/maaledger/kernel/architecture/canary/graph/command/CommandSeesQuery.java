package org.maaledger.kernel.architecture.canary.graph.command;

import org.maaledger.kernel.architecture.canary.graph.query.Answer;

/** Looks across from the write side. */
public record CommandSeesQuery(Answer answer) {}
