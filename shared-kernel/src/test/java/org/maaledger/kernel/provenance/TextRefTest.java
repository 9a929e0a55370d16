package org.maaledger.kernel.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Aim: what stands in the log binds to a text and tells nothing about it. Method: a vector worked out with another program. */
class TextRefTest {

    private static final byte[] SALT = new byte[TextRef.SALT_BYTES];

    /** {@code (head -c 32 /dev/zero; printf 'Recession') | sha256sum}. */
    private static final String RECESSION = "a62c587ed0c8447f4caf1719b9b043c9566947e2efb2f80bb20c430421ba0ad8";

    @Test
    void is_the_digest_of_salt_and_text() {
        assertThat(TextRef.to("Recession", SALT)).hasToString(RECESSION);
    }

    @Test
    void differs_when_one_bit_of_the_salt_differs() {
        byte[] other = SALT.clone();
        other[31] = 1;
        assertThat(TextRef.to("Recession", other)).isNotEqualTo(TextRef.to("Recession", SALT));
    }

    @Test
    void refuses_a_salt_that_is_too_short_to_hide_a_short_text() {
        assertThatThrownBy(() -> TextRef.to("Recession", new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_anything_but_64_hexadecimal_digits() {
        assertThatThrownBy(() -> new TextRef(RECESSION.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
