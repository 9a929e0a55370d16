package org.maaledger.kernel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/**
 * Rules about who may see whom among the modules. Each takes the root package, so that the canaries, which lie under a root of
 * their own, prove the spelling of both sides of the rule.
 */
public final class GraphRules {

    /** The root package of the ledger. */
    public static final String ROOT = "org.maaledger";

    /** The root package of the canaries, laid out as the ledger is. */
    public static final String CANARIES = "org.maaledger.kernel.architecture.canary.graph";

    private GraphRules() {}

    /** R1. The kernel depends on the JDK, JSpecify and the annotations of Jackson only. */
    public static ArchRule kernelStandsAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".kernel..", "java..", "org.jspecify.annotations", "com.fasterxml.jackson.annotation");
    }

    /** The log sees the kernel and neither side, and no Spring. */
    public static ArchRule logSeesOnlyTheKernel(String root) {
        return noneSees(root, "log", "org.springframework..", within(root, "command", "query", "app", "demo", "bench"));
    }

    /** R2. The sides never see each other, nor what is built from them. */
    public static ArchRule commandSideSeesNoQuerySide(String root) {
        return noneSees(root, "command", "jakarta.persistence..", within(root, "query", "app", "demo", "bench"));
    }

    /** R2, the other way. */
    public static ArchRule querySideSeesNoCommandSide(String root) {
        return noneSees(root, "query", "jakarta.persistence..", within(root, "command", "app", "demo", "bench"));
    }

    /** The program never sees the demonstration, which is left out of the production jar. */
    public static ArchRule programSeesNoDemo(String root) {
        return noneSees(root, "app", "jakarta.persistence..", within(root, "demo", "bench"));
    }

    /** R12. The verifier sees the kernel's proofs and nothing else of ours. */
    public static ArchRule verifierSeesOnlyProofs(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".verifier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(
                        root,
                        "kernel.agreement",
                        "kernel.area",
                        "kernel.framework",
                        "kernel.indicator",
                        "kernel.measure",
                        "kernel.provenance",
                        "kernel.reading",
                        "kernel.target",
                        "log",
                        "command",
                        "query",
                        "app",
                        "demo",
                        "bench"));
    }

    private static ArchRule noneSees(String root, String from, String alsoNot, String... others) {
        String[] forbidden = Arrays.copyOf(others, others.length + 1);
        forbidden[others.length] = alsoNot;
        return noClasses()
                .that()
                .resideInAPackage(root + "." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    private static String[] within(String root, String... packages) {
        return Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }
}
