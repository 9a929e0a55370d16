package org.maaledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Aim: no event without a stored name, no name twice. Method: walk the sealed root and compare. */
class EventCatalogueTest {

    @Test
    void names_every_permitted_event_exactly_once() {
        List<Class<?>> permitted = permitted(LedgerEvent.class).toList();
        assertThat(EventCatalogue.entries())
                .extracting(EventCatalogue.Entry::type)
                .hasSameElementsAs(permitted.stream()
                        .<Class<? extends LedgerEvent>>map(type -> type.asSubclass(LedgerEvent.class))
                        .toList());
        assertThat(EventCatalogue.entries())
                .extracting(EventCatalogue.Entry::name)
                .doesNotHaveDuplicates();
        assertThat(EventCatalogue.entries()).hasSameSizeAs(permitted);
    }

    @Test
    void writes_names_in_kebab_case() {
        assertThat(EventCatalogue.entries())
                .allSatisfy(entry -> assertThat(entry.name()).matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void does_not_guess_at_a_name_it_does_not_know() {
        assertThat(EventCatalogue.named("target-proposed")).isPresent();
        assertThat(EventCatalogue.named("TargetProposed")).isEmpty();
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCatalogueTest::permitted)
                : Stream.of(type);
    }
}
