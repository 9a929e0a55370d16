package org.maaledger.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.architecture.CommonRules;
import org.maaledger.kernel.architecture.EveryModule;
import org.maaledger.kernel.architecture.GraphRules;
import org.maaledger.kernel.architecture.Guard;
import org.maaledger.kernel.architecture.canary.graph.app.AppSeesDemo;
import org.maaledger.kernel.architecture.canary.graph.command.CommandSeesQuery;
import org.maaledger.kernel.architecture.canary.graph.kernel.NeedsParser;
import org.maaledger.kernel.architecture.canary.graph.log.LogSeesCommand;
import org.maaledger.kernel.architecture.canary.graph.query.QuerySeesCommand;
import org.maaledger.kernel.architecture.canary.one.NeedsTwo;
import org.maaledger.kernel.architecture.canary.two.NeedsOne;

/** Holds the whole program, every module at once, to the rules about who sees whom. */
class ArchitectureTest extends EveryModule {

    private static final JavaClasses EVERYTHING = Guard.everyVisibleModule();

    @Test
    void the_whole_program_is_seen() {
        for (String part : List.of("kernel", "log", "command", "query", "app")) {
            assertThat(EVERYTHING.containPackage(GraphRules.ROOT + "." + part))
                    .as(part)
                    .isTrue();
        }
    }

    @Test
    void the_kernel_stands_alone() {
        Guard.checkGraph(GraphRules::kernelStandsAlone, EVERYTHING, NeedsParser.class);
    }

    @Test
    void the_log_sees_only_the_kernel() {
        Guard.checkGraph(GraphRules::logSeesOnlyTheKernel, EVERYTHING, LogSeesCommand.class);
    }

    @Test
    void the_sides_never_see_each_other() {
        Guard.checkGraph(GraphRules::commandSideSeesNoQuerySide, EVERYTHING, CommandSeesQuery.class);
        Guard.checkGraph(GraphRules::querySideSeesNoCommandSide, EVERYTHING, QuerySeesCommand.class);
    }

    @Test
    void the_program_never_sees_the_demonstration() {
        Guard.checkGraph(GraphRules::programSeesNoDemo, EVERYTHING, AppSeesDemo.class);
    }

    @Test
    void no_package_cycle_runs_through_several_modules() {
        Guard.check(CommonRules.noPackageCycles(), EVERYTHING, NeedsTwo.class, NeedsOne.class);
    }
}
