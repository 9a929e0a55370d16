package org.maaledger.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aim: one number has one written form, and nothing that is not a plain decimal gets in. Method: examples and seeded numbers. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "8,8",
        "8.0,8",
        "-0,0",
        "-0.00,0",
        "0100.50,100.5",
        "-12.340,-12.34",
        "167.50807290558942,167.50807290558942",
        "0.0077799999999999996,0.0077799999999999996",
        "0.00077799999999999996,0.00077799999999999996"
    })
    void is_written_in_its_shortest_decimal_form(String typed, String written) {
        assertThat(Quantity.of(typed)).hasToString(written);
    }

    @Test
    void is_equal_to_another_of_the_same_value() {
        assertThat(Quantity.of("8.0")).isEqualTo(Quantity.of("8")).hasSameHashCodeAs(Quantity.of("8"));
    }

    @Test
    void survives_being_written_and_read() {
        Random random = new Random(20081031);
        for (int i = 0; i < 10_000; i++) {
            Quantity quantity =
                    new Quantity(BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000_000L), random.nextInt(19)));
            assertThat(Quantity.of(quantity.toString())).isEqualTo(quantity);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "+1",
                ".5",
                "5.",
                "1e3",
                "1e999",
                "NaN",
                "Infinity",
                "1,000",
                "£5",
                "٣",
                "0x10",
                "--1"
            })
    void refuses_what_is_not_a_plain_decimal(String typed) {
        assertThatThrownBy(() -> Quantity.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plain decimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "0.1234567890123456789012345"})
    void refuses_more_digits_than_any_published_figure_has(String typed) {
        assertThatThrownBy(() -> Quantity.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_number_whose_plain_form_would_fill_the_memory() {
        assertThatThrownBy(() -> new Quantity(new BigDecimal("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
