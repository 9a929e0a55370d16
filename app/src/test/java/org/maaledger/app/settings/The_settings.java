package org.maaledger.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.app.identity.TokenTrust;

/** Aim: what was asked for is what is done, and nothing is guessed. Method: environments, good and bad. */
class The_settings {

    private static Settings of(String... pairs) {
        Map<String, String> environment = pairs.length == 0 ? Map.of() : Map.of(pairs[0], pairs[1]);
        return Settings.of(environment, Path.of("default"));
    }

    @Test
    void have_defaults_that_let_a_newcomer_begin() {
        Settings settings = of();
        assertThat(settings.data()).isEqualTo(Path.of("default"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).as("nobody else's machine reaches it").isEqualTo("127.0.0.1");
        assertThat(settings.roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(settings.audience()).isEqualTo("maa-ledger");
        assertThat(settings.database()).isNull();
        assertThat(settings.metrics()).as("nobody measures without a token").isEqualTo(MetricsAccess.OPERATOR);
        assertThat(settings.log()).isEqualTo(LogForm.TEXT);
        assertThat(settings.stopDelay()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MAAL_PORT, 80800",
        "MAAL_PORT, http",
        "MAAL_ROLES, command;query",
        "MAAL_ROLES, king",
        "MAAL_LOG, xml",
        "MAAL_METRICS, closed",
        "MAAL_STOP_DELAY, 301",
        "MAAL_STOP_DELAY, soon",
        "MAAL_DATABASE_URL, mysql://localhost/x",
        "MAAL_DATABASE_URL, postgresql://localhost/x"
    })
    void are_refused_in_one_line_that_names_what_is_wrong(String name, String value) {
        assertThatThrownBy(() -> of(name, value))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("\n");
    }

    @Test
    void say_whose_tokens_are_trusted_or_the_program_does_not_start() {
        assertThatThrownBy(() -> TokenTrust.of(of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_ISSUER")
                .hasMessageContaining("./maal demo");
        assertThatThrownBy(() -> TokenTrust.of(of("MAAL_ISSUER", "sign-in"))).isInstanceOf(CannotStart.class);
        assertThat(TokenTrust.of(of("MAAL_ISSUER", "https://sign-in.example")).issuer())
                .isEqualTo("https://sign-in.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://owner:hidden@localhost/x",
                "postgresql://owner:hidden@localhost/x",
                "postgres://hidden@localhost/x",
                "jdbc:postgresql://localhost/x?user=owner&password=hidden",
                "postgresql://localhost/x?sslmode=require&sslpassword=hidden",
                "hidden"
            })
    void never_repeat_an_address_that_may_hold_a_secret(String address) {
        assertThatThrownBy(() -> of("MAAL_DATABASE_URL", address))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_DATABASE_URL")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void of_a_server_never_show_its_password() {
        Settings settings = Settings.of(
                Map.of(
                        "MAAL_DATABASE_URL", "postgresql://db.example:5432/maal",
                        "MAAL_DATABASE_USER", "owner",
                        "MAAL_DATABASE_PASSWORD", "hidden"),
                Path.of("default"));
        assertThat(settings.toString())
                .contains("jdbc:postgresql://db.example:5432/maal")
                .doesNotContain("hidden");
    }
}
