package org.maaledger.command.architecture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.command.architecture.canary.ChangeableCommand;
import org.maaledger.command.architecture.canary.KnowsAxon;
import org.maaledger.command.architecture.canary.KnowsSql;
import org.maaledger.command.architecture.canary.agreement.ImpureDecision;
import org.maaledger.kernel.architecture.EveryModule;
import org.maaledger.kernel.architecture.GraphRules;
import org.maaledger.kernel.architecture.Guard;
import org.maaledger.kernel.architecture.SideRules;
import org.maaledger.kernel.architecture.TimeRules;
import org.maaledger.kernel.architecture.canary.ChanceHelper;
import org.maaledger.kernel.architecture.canary.graph.command.CommandSeesQuery;

/** Holds the command side to the rules. */
class ArchitectureTest extends EveryModule {

    /** The packages of the aggregates; each also matches the canary's package of that name. */
    private static final String[] PURE = {
        "org.maaledger.command..agreement..",
        "org.maaledger.command..target..",
        "org.maaledger.command..reading..",
        "org.maaledger.command..area..",
        "org.maaledger.command..indicator..",
        "org.maaledger.command..decision.."
    };

    @Test
    void the_command_side_never_sees_the_query_side() {
        Guard.checkGraph(GraphRules::commandSideSeesNoQuerySide, Guard.thisModule(), CommandSeesQuery.class);
    }

    @Test
    void the_framework_stays_in_the_shells() {
        Guard.check(
                SideRules.axonStaysIn(
                        List.of("Aggregate"), "org.maaledger.command.shell..", "org.maaledger.command.config.."),
                Guard.thisModule(),
                KnowsAxon.class);
    }

    @Test
    void the_command_side_speaks_no_sql() {
        Guard.check(
                SideRules.sqlStaysIn(List.of(), "org.maaledger.command.config.."), Guard.thisModule(), KnowsSql.class);
    }

    @Test
    void decisions_are_pure() {
        Guard.check(SideRules.decisionsArePure(PURE), Guard.thisModule(), ImpureDecision.class);
    }

    @Test
    void time_and_identities_come_from_the_edge() {
        Guard.check(TimeRules.noClock("org.maaledger.command.config.."), Guard.thisModule(), ChanceHelper.class);
        Guard.check(
                TimeRules.noChance("org.maaledger.command.config..", "org.maaledger.command.http.."),
                Guard.thisModule(),
                ChanceHelper.class);
    }

    @Test
    void commands_and_refusals_are_records() {
        Guard.check(
                SideRules.familiesAreRecords("Command", "Refusal", "Decision"),
                Guard.thisModule(),
                ChangeableCommand.class);
    }
}
