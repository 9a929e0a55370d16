package org.maaledger.kernel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/** Rules about the two sides: where the framework and SQL end, what is a record, what is pure. */
public final class SideRules {

    private static final String AXON = "org.axonframework..";

    private static final String[] SQL = {
        "java.sql..", "javax.sql..", "org.springframework.jdbc..", "com.zaxxer.hikari.."
    };

    private SideRules() {}

    /** R3. The framework stays in classes with one of the {@code suffixes} and in the packages {@code allowed}. */
    public static ArchRule axonStaysIn(List<String> suffixes, String... allowed) {
        return CommonRules.onlySomeTouch(
                CommonRules.endIn(suffixes.toArray(String[]::new)).or(resideInAnyPackage(allowed)),
                "a move to another framework must stay small",
                AXON);
    }

    /** R6. SQL stays in classes with one of the {@code suffixes} and in the packages {@code allowed}. */
    public static ArchRule sqlStaysIn(List<String> suffixes, String... allowed) {
        return CommonRules.onlySomeTouch(
                CommonRules.endIn(suffixes.toArray(String[]::new)).or(resideInAnyPackage(allowed)),
                "whoever looks for what reads or writes a table must know where to look",
                SQL);
    }

    /** R4. In the packages {@code pure}, whatever is not a shell or an edge knows no framework, no clock, nothing outside. */
    public static ArchRule decisionsArePure(String... pure) {
        DescribedPredicate<JavaClass> edge = CommonRules.endIn("Aggregate", "Controller");
        DescribedPredicate<JavaClass> elsewhere =
                describe("elsewhere", type -> !resideInAnyPackage(pure).test(type));
        return CommonRules.onlySomeTouch(
                edge.or(elsewhere),
                "a decision must come out the same for anyone who makes it again",
                AXON,
                "org.springframework..",
                "jakarta..",
                "java.sql..",
                "java.net..",
                "java.nio.file..",
                "java.util.random..",
                "org.slf4j..");
    }

    /** R7. Whatever is a {@code family} member is a record, an enum, or an interface of the family. */
    public static ArchRule familiesAreRecords(String... familySuffixes) {
        return classes()
                .that(describe(
                        "belong to a family called " + List.of(familySuffixes),
                        type -> type.getAllRawInterfaces().stream().anyMatch(SideRules.named(familySuffixes))))
                .should(CommonRules.condition("be a record or an enum", SideRules::isValue));
    }

    /** R7. Whatever of ours comes out of queries, rows and controllers is a record, an enum or an interface. */
    public static ArchRule answersAreRecords(String root) {
        return methods()
                .that()
                .areDeclaredInClassesThat(CommonRules.endIn("Queries", "Rows", "Controller"))
                .and()
                .areNotPrivate()
                .should(new ArchCondition<>("give records") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getReturnType().getAllInvolvedRawTypes().stream()
                                .filter(type -> type.getPackageName().startsWith(root))
                                .filter(type -> !isValue(type))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " gives " + type.getName())));
                    }
                });
    }

    /** R7. Nothing that the packages {@code immutable} show can change once it is made; what works inside them may. */
    public static ArchRule nothingChangesIn(String... immutable) {
        return classes()
                .that()
                .resideInAnyPackage(immutable)
                .and()
                .arePublic()
                .should(CommonRules.condition(
                        "have only final fields",
                        type -> type.getFields().stream()
                                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)
                                        || field.getModifiers().contains(JavaModifier.SYNTHETIC))));
    }

    private static boolean isValue(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.isInterface();
    }

    private static Predicate<JavaClass> named(String... suffixes) {
        return type -> List.of(suffixes).stream().anyMatch(type.getSimpleName()::endsWith);
    }
}
