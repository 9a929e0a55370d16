package org.maaledger.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Aim: nothing is let through that Spring Security refuses, and nothing refused that it lets through. Method: every character. */
class Characters_of_headers {

    private static boolean passes(StrictHttpFirewall firewall, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/areas");
        request.addHeader("X-Any", value);
        FirewalledRequest walled = firewall.getFirewalledRequest(request);
        try {
            return Objects.equals(walled.getHeader("X-Any"), value);
        } catch (RequestRejectedException e) {
            return false;
        }
    }

    @Test
    void are_in_values_those_of_Spring_Security() {
        StrictHttpFirewall stock = new StrictHttpFirewall();
        StrictHttpFirewall ours = HeaderCharacters.firewall();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 97) {
            String value = "Bearer a" + Character.toString(point) + "z";
            assertThat(passes(ours, value)).as("U+%04X", point).isEqualTo(passes(stock, value));
        }
    }

    @Test
    void are_in_names_the_same_without_the_tab() {
        assertThat(HeaderCharacters.mayBeName("Idempotency-Key")).isTrue();
        assertThat(HeaderCharacters.mayBeName("Idempotency\tKey")).isFalse();
        assertThat(HeaderCharacters.mayBeName("Idempotency\u0000Key")).isFalse();
    }

    @Test
    void lead_to_a_refusal_where_they_may_not_stand() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/areas");
        request.addHeader("X-Any", "line\u0007feed");
        FirewalledRequest walled = HeaderCharacters.firewall().getFirewalledRequest(request);

        assertThatThrownBy(() -> walled.getHeader("X-Any")).isInstanceOf(RequestRejectedException.class);
    }
}
