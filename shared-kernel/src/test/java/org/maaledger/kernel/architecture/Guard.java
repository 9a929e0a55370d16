package org.maaledger.kernel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.function.Function;

/** Holds code to a rule, after the rule has shown that it catches its canaries. */
public final class Guard {

    private static final ImportOption NO_TESTS =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

    private Guard() {}

    /** The compiled main code of the module whose tests are running. */
    public static JavaClasses thisModule() {
        return ThisModule.CLASSES;
    }

    /** Read once: each rule asks for it. */
    private static final class ThisModule {
        static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    /** The compiled main code of every module of ours that these tests can see. */
    public static JavaClasses everyVisibleModule() {
        return new ClassFileImporter().withImportOption(NO_TESTS).importPackages("org.maaledger");
    }

    /**
     * Fails unless {@code rule} names every one of {@code canaries} when shown them, and finds nothing in {@code code}.
     *
     * <p>A rule may find nothing to look at: code that does not exist yet breaks no rule, and the canary proves the spelling.
     */
    public static void check(ArchRule rule, JavaClasses code, Class<?>... canaries) {
        catches(rule, canaries);
        rule.allowEmptyShould(true).check(code);
    }

    /** The same for a rule about modules: the canaries lie under a root of their own, laid out as the ledger is. */
    public static void checkGraph(Function<String, ArchRule> rule, JavaClasses code, Class<?>... canaries) {
        catches(rule.apply(GraphRules.CANARIES), canaries);
        rule.apply(GraphRules.ROOT).allowEmptyShould(true).check(code);
    }

    /** Fails unless {@code rule} names every one of {@code canaries} when shown all of them. */
    public static void catches(ArchRule rule, Class<?>... canaries) {
        EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(canaries));
        String found = String.join("\n", result.getFailureReport().getDetails());
        assertThat(canaries).as("canaries of: %s", rule.getDescription()).isNotEmpty();
        for (Class<?> canary : canaries) {
            assertThat(found)
                    .as("the rule '%s' must catch its canary", rule.getDescription())
                    .contains(canary.getSimpleName());
        }
    }
}
