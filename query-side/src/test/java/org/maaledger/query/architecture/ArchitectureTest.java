package org.maaledger.query.architecture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.architecture.EveryModule;
import org.maaledger.kernel.architecture.GraphRules;
import org.maaledger.kernel.architecture.Guard;
import org.maaledger.kernel.architecture.SideRules;
import org.maaledger.kernel.architecture.TimeRules;
import org.maaledger.kernel.architecture.canary.ChanceHelper;
import org.maaledger.kernel.architecture.canary.graph.query.QuerySeesCommand;
import org.maaledger.query.architecture.canary.CanaryQueries;
import org.maaledger.query.architecture.canary.KnowsAxon;
import org.maaledger.query.architecture.canary.KnowsSql;

/** Holds the query side to the rules. */
class ArchitectureTest extends EveryModule {

    @Test
    void the_query_side_never_sees_the_command_side() {
        Guard.checkGraph(GraphRules::querySideSeesNoCommandSide, Guard.thisModule(), QuerySeesCommand.class);
    }

    @Test
    void the_framework_stays_in_projections_and_their_machinery() {
        Guard.check(
                SideRules.axonStaysIn(
                        List.of("Projection"),
                        "org.maaledger.query.config..",
                        "org.maaledger.query.history..",
                        "org.maaledger.query.projection.."),
                Guard.thisModule(),
                KnowsAxon.class);
    }

    @Test
    void sql_stays_in_queries_rows_and_projections() {
        Guard.check(
                SideRules.sqlStaysIn(
                        List.of("Queries", "Rows", "Projection"),
                        "org.maaledger.query.config..",
                        "org.maaledger.query.moment..",
                        "org.maaledger.query.row..",
                        "org.maaledger.query.projection.."),
                Guard.thisModule(),
                KnowsSql.class);
    }

    @Test
    void time_and_identities_come_from_the_edge() {
        Guard.check(TimeRules.noClock("org.maaledger.query.config.."), Guard.thisModule(), ChanceHelper.class);
        Guard.check(TimeRules.noChance(), Guard.thisModule(), ChanceHelper.class);
    }

    @Test
    void answers_are_records() {
        Guard.check(SideRules.answersAreRecords("org.maaledger.query"), Guard.thisModule(), CanaryQueries.class);
    }
}
