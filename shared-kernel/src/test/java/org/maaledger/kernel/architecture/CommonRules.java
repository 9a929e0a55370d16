package org.maaledger.kernel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Rules about code of any kind: cycles, names, what is visible, who may touch what. */
public final class CommonRules {

    private static final List<String> EMPTY_SUFFIXES = List.of(
            "Impl", "Service", "Manager", "Helper", "Util", "Utils", "Dto", "DTO", "Entity", "Data", "Info", "Base");

    private CommonRules() {}

    /**
     * R5. No two packages need each other.
     *
     * <p>Two exceptions, both of the kernel: its root and its catalogue name every family by their nature; and families may name
     * each other by identity, which is a plain value.
     */
    public static ArchRule noPackageCycles() {
        DescribedPredicate<JavaClass> catalogue =
                named("EventCatalogue", "org.maaledger.kernel").or(named("LedgerEvent", "org.maaledger.kernel"));
        DescribedPredicate<JavaClass> identity = describe(
                "an id of the kernel",
                type -> type.getPackageName().startsWith("org.maaledger.kernel.")
                        && type.getSimpleName().endsWith("Id"));
        return slices().matching("org.maaledger.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(catalogue, alwaysTrue())
                .ignoreDependency(alwaysTrue(), identity);
    }

    /** R15. No virtual thread: on few cores they can keep each other from loading a class for ever (decision 0022). */
    public static ArchRule noVirtualThreads() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor");
    }

    /** R10. No name that says only that there is something; MetaData is the framework's own word for what goes with a message. */
    public static ArchRule noEmptyNames() {
        return classes()
                .should(condition(
                        "not be called Abstract..., nor end in any of " + EMPTY_SUFFIXES,
                        type -> !type.getSimpleName().startsWith("Abstract")
                                && (type.getSimpleName().endsWith("MetaData")
                                        || EMPTY_SUFFIXES.stream().noneMatch(type.getSimpleName()::endsWith))));
    }

    /** R8. Whoever may call a controller, a shell or a projection directly would go round what stands before it. */
    public static ArchRule edgesArePackagePrivate() {
        return classes()
                .that(endIn("Controller", "Aggregate", "Projection"))
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should()
                .bePackagePrivate();
    }

    /** None of the classes, except those {@code exempt}, depends on any of {@code packages}. */
    public static ArchRule onlySomeTouch(
            DescribedPredicate<? super JavaClass> exempt, String because, String... packages) {
        return noClasses()
                .that(DescribedPredicate.not(exempt))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(because);
    }

    /** Classes whose own name, or that of the class around them, ends in one of {@code suffixes}. */
    public static DescribedPredicate<JavaClass> endIn(String... suffixes) {
        return describe("end in any of " + List.of(suffixes), type -> {
            String name = outermost(type).getSimpleName();
            return List.of(suffixes).stream().anyMatch(name::endsWith);
        });
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CommonRules::outermost).orElse(type);
    }

    static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " should " + description));
                }
            }
        };
    }

    private static DescribedPredicate<JavaClass> named(String simpleName, String packageName) {
        return describe(
                simpleName,
                type -> outermost(type).getSimpleName().equals(simpleName)
                        && type.getPackageName().equals(packageName));
    }
}
