package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.DesignateTarget;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.target.TargetCommand.CounterPropose;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.target.TargetCommand.WithdrawTarget;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.command.testing.TwoNodes;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.target.TargetId;

/**
 * Two whole command sides on one ledger, each with its own caches and appender: rules that span streams hold, and no node refuses
 * what another has just made possible.
 */
class Several_nodes {

    private static final int CLIENTS = 16;

    private final TwoNodes nodes = new TwoNodes();
    private final CommandNode one = nodes.one();
    private final CommandNode two = nodes.two();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void never_designate_a_thirty_sixth_target_with_sixteen_clients() throws Exception {
        List<TargetId> targets = Stories.agreedTargets(one, 48);
        Stories.sign(one);
        List<Callable<String>> clients = IntStream.range(0, CLIENTS)
                .<Callable<String>>mapToObj(client -> () -> designateEach(client, targets))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done : threads.invokeAll(clients)) {
                assertThat(done.get()).isEqualTo("done");
            }
        }
        assertThat(nodes.events(AGREEMENT))
                .filteredOn(event -> event instanceof TargetDesignated)
                .hasSize(35)
                .doesNotHaveDuplicates();
    }

    /** Client n tries targets n, n + 16, n + 32, on either node in turn: only the limit may stand against it. */
    private String designateEach(int client, List<TargetId> targets) {
        for (int i = client; i < targets.size(); i += CLIENTS) {
            try {
                Stories.send(
                        i / CLIENTS % 2 == client % 2 ? one : two,
                        new DesignateTarget(AGREEMENT, targets.get(i), null),
                        minister(),
                        "2008-07-10");
            } catch (CommandRefused refused) {
                if (!refused.refusal().code().equals("designation-limit-reached")) {
                    return refused.refusal().code();
                }
            }
        }
        return "done";
    }

    @Test
    void do_not_refuse_on_a_state_that_is_behind() {
        TargetId target = Stories.agreedTargets(one, 1).getFirst();
        // The second node now knows a draft, and this target as it was.
        assertRefused(
                () -> Stories.send(two, new DesignateTarget(AGREEMENT, target, null), minister(), "2008-07-10"),
                "agreement-not-in-force");
        Stories.sign(one);
        assertThat(Stories.send(two, new DesignateTarget(AGREEMENT, target, null), minister(), "2008-07-10")
                        .events())
                .isEqualTo(List.of(new TargetDesignated(AGREEMENT, target)));
    }

    @Test
    void do_not_accept_on_a_consulted_state_that_is_behind() {
        TargetId target = Stories.agreedTargets(one, 1).getFirst();
        Stories.sign(one);
        // Both nodes have read the agreement before the first designates.
        assertRefused(
                () -> Stories.send(two, new ConsentToTarget(target, 1, null), governmentOffice(), "2009-01-05"),
                "target-already-agreed");
        Stories.send(one, new DesignateTarget(AGREEMENT, target, null), minister(), "2008-07-10");
        assertRefused(
                () -> Stories.send(
                        two, new WithdrawTarget(target, text("Merged"), null), officer(MIDDLESBROUGH), "2009-01-05"),
                "target-is-designated");
    }

    @Test
    void take_up_a_long_negotiation_from_a_snapshot() throws Exception {
        TargetId target = TargetId.of("7b1f2d2e-98d1-4b62-8a53-5f3b2c9d0001");
        Stories.send(
                one,
                new ProposeTarget(
                        target,
                        AGREEMENT,
                        HOMES,
                        new AreaCode("E06000002"),
                        null,
                        List.of(MIDDLESBROUGH),
                        milestone(2010, "900"),
                        null),
                officer(MIDDLESBROUGH),
                "2008-05-02");
        for (int i = 0; i < AggregateShells.EVENTS_BETWEEN_SNAPSHOTS + 5; i++) {
            Stories.send(
                    one,
                    new CounterPropose(target, milestone(2010, "" + (1000 + i)), null),
                    officer(MIDDLESBROUGH),
                    "2008-05-03");
        }
        awaitSnapshot(target);
        assertRefused(
                () -> Stories.send(two, new ConsentToTarget(target, 1, null), governmentOffice(), "2008-05-10"),
                "offer-superseded");
        int current = AggregateShells.EVENTS_BETWEEN_SNAPSHOTS + 6;
        assertThat(Stories.send(two, new ConsentToTarget(target, current, null), governmentOffice(), "2008-05-10")
                        .events())
                .hasSize(1);
    }

    private void awaitSnapshot(TargetId target) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (var connection = nodes.ledger().app().getConnection();
                    var statement = connection.prepareStatement(
                            "SELECT count(*) FROM ledger.snapshot WHERE aggregate_id = ?")) {
                statement.setString(1, target.toString());
                var rows = statement.executeQuery();
                rows.next();
                if (rows.getInt(1) == 1) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no snapshot of " + target + " was stored");
    }

    private static void assertRefused(Callable<?> command, String code) {
        assertThatThrownBy(command::call)
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
