package org.maaledger.kernel.architecture.canary.graph.log;

import org.maaledger.kernel.architecture.canary.graph.command.CommandSeesQuery;

/** Looks up from the log into a side. */
public record LogSeesCommand(CommandSeesQuery side) {}
