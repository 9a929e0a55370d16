package org.maaledger.kernel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;

/** Rules about time and chance: replaying a log must give the same result at any time, and a test must be able to choose both. */
public final class TimeRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis()", "java.util.Calendar.getInstance()", "java.util.Date.<init>()");

    private static final Set<String> DICE =
            Set.of("java.lang.Math.random()", "java.util.UUID.randomUUID()", "java.util.Random.<init>()");

    private TimeRules() {}

    /** R9, first half. Time comes from a source that was handed in, save in the packages {@code allowed}. */
    public static ArchRule noClock(String... allowed) {
        return classes()
                .that()
                .resideOutsideOfPackages(allowed)
                .should(notAccess("not read the machine's clock", TimeRules::readsTheClock));
    }

    /** R9, second half. Nothing is left to chance, and no identity is drawn, save in the packages {@code allowed}. */
    public static ArchRule noChance(String... allowed) {
        return classes()
                .that()
                .resideOutsideOfPackages(allowed)
                .should(notAccess("not draw at random", TimeRules::drawsAtRandom));
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        String target = access.getTarget().getFullName();
        String name = access.getTarget().getName();
        if (!target.startsWith("java.time.")) {
            return CLOCKS.contains(target);
        }
        boolean fromClock = target.endsWith("(java.time.Clock)");
        boolean system =
                target.startsWith("java.time.Clock.system") || target.startsWith("java.time.InstantSource.system");
        return system || (name.equals("now") && !fromClock);
    }

    private static boolean drawsAtRandom(JavaAccess<?> access) {
        String target = access.getTarget().getFullName();
        return DICE.contains(target) || target.startsWith("java.util.concurrent.ThreadLocalRandom.");
    }

    private static ArchCondition<JavaClass> notAccess(String description, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // Calls and method references alike: Instant::now reads the clock as well as Instant.now() does.
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }
}
