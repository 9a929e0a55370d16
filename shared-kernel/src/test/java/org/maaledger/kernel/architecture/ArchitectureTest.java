package org.maaledger.kernel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.architecture.canary.ChanceHelper;
import org.maaledger.kernel.architecture.canary.MutableFact;
import org.maaledger.kernel.architecture.canary.graph.kernel.NeedsParser;
import org.maaledger.kernel.architecture.canary.graph.verifier.VerifierSeesTargets;

/** Holds the kernel to the rules, and the rules that read sources to their canaries, once for all modules. */
class ArchitectureTest extends EveryModule {

    private static final Path CANARIES =
            Path.of("src", "test", "java", "org", "maaledger", "kernel", "architecture", "canary");

    @Test
    void the_kernel_stands_alone() {
        Guard.checkGraph(GraphRules::kernelStandsAlone, Guard.thisModule(), NeedsParser.class);
    }

    @Test
    void the_kernel_reads_no_clock_and_leaves_nothing_to_chance() {
        Guard.check(TimeRules.noClock(), Guard.thisModule(), ChanceHelper.class);
        Guard.check(TimeRules.noChance(), Guard.thisModule(), ChanceHelper.class);
    }

    @Test
    void events_are_records() {
        Guard.check(SideRules.familiesAreRecords("Event"), Guard.thisModule(), MutableFact.class);
    }

    @Test
    void nothing_in_the_kernel_can_change() {
        Guard.check(SideRules.nothingChangesIn(GraphRules.ROOT + ".kernel.."), Guard.thisModule(), MutableFact.class);
    }

    @Test
    void a_verifier_that_knows_more_than_proofs_would_be_caught() {
        Guard.catches(GraphRules.verifierSeesOnlyProofs(GraphRules.CANARIES), VerifierSeesTargets.class);
    }

    @Test
    void packages_without_a_word_would_be_caught() {
        assertThat(SourceRules.undocumentedPackages(CANARIES))
                .contains(CANARIES.resolve("one").toString())
                .doesNotContain(CANARIES.toString());
    }

    @Test
    void a_default_over_a_sealed_type_would_be_caught() {
        assertThat(SourceRules.defaultsOverSealedTypes(CANARIES))
                .singleElement()
                .asString()
                .startsWith("SwallowsNewMembers.java:");
    }

    @Test
    void long_files_and_methods_would_be_caught() {
        assertThat(SourceRules.tooLong(CANARIES, 15, 3))
                .anyMatch(found -> found.contains("SwallowsNewMembers.java has more than 15 lines"))
                .anyMatch(found -> found.matches("SwallowsNewMembers.java:\\d+ name has \\d+ lines"));
    }
}
