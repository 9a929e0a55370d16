package org.maaledger.kernel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.architecture.canary.ChanceHelper;
import org.maaledger.kernel.architecture.canary.LoudController;
import org.maaledger.kernel.architecture.canary.StartsVirtually;
import org.maaledger.kernel.architecture.canary.one.NeedsTwo;
import org.maaledger.kernel.architecture.canary.two.NeedsOne;

/** The rules that hold in every module; a module's own architecture test extends this and adds its own. */
public abstract class EveryModule {

    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void packages_form_no_cycle() {
        Guard.check(CommonRules.noPackageCycles(), Guard.thisModule(), NeedsTwo.class, NeedsOne.class);
    }

    @Test
    void names_say_what_a_thing_is_and_not_that_it_is_a_thing() {
        Guard.check(CommonRules.noEmptyNames(), Guard.thisModule(), ChanceHelper.class);
    }

    @Test
    void controllers_shells_and_projections_are_seen_by_their_package_only() {
        Guard.check(CommonRules.edgesArePackagePrivate(), Guard.thisModule(), LoudController.class);
    }

    @Test
    void no_thread_is_a_virtual_one() {
        Guard.check(CommonRules.noVirtualThreads(), Guard.thisModule(), StartsVirtually.class);
    }

    @Test
    void every_package_is_null_marked_and_says_what_it_answers() {
        assertThat(SourceRules.undocumentedPackages(SOURCES)).isEmpty();
    }

    @Test
    void no_switch_over_a_sealed_type_has_a_default() {
        assertThat(SourceRules.defaultsOverSealedTypes(SOURCES)).isEmpty();
    }

    @Test
    void files_and_methods_are_short_enough_to_be_read() {
        assertThat(SourceRules.tooLong(SOURCES)).isEmpty();
    }
}
