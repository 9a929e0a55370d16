package org.maaledger.log.architecture;

import org.junit.jupiter.api.Test;
import org.maaledger.kernel.architecture.EveryModule;
import org.maaledger.kernel.architecture.GraphRules;
import org.maaledger.kernel.architecture.Guard;
import org.maaledger.kernel.architecture.canary.graph.log.LogSeesCommand;

/** Holds the log to the rules. */
class ArchitectureTest extends EveryModule {

    @Test
    void the_log_sees_only_the_kernel() {
        Guard.checkGraph(GraphRules::logSeesOnlyTheKernel, Guard.thisModule(), LogSeesCommand.class);
    }
}
