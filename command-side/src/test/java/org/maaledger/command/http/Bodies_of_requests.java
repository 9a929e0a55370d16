package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.testing.TeesValley;

/** What becomes of the bodies of requests: commands, or every fault at once, and never a fault of ours. */
class Bodies_of_requests {

    private static final String TARGET = TeesValley.TARGET.toString();

    private final RecordBinder binder = new RecordBinder(() -> new byte[32]);

    private AgreeTrajectory agree(String json) {
        return binder.bind(AgreeTrajectory.class, json.getBytes(StandardCharsets.UTF_8), Map.of("targetId", TARGET));
    }

    private List<String> faults(String json) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> agree(json));
        assertThat(refused).isNotNull();
        return refused.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    @Test
    void become_commands() {
        assertThat(agree("""
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}], "actedOn": "2008-06-01"}"""))
                .isEqualTo(new AgreeTrajectory(
                        TeesValley.TARGET,
                        List.of(TeesValley.milestone(2008, "700")),
                        null,
                        LocalDate.parse("2008-06-01")));
    }

    @Test
    void may_leave_out_or_null_what_may_be_absent() {
        assertThat(agree("""
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}], "actedOn": null}""").actedOn()).isNull();
    }

    @Test
    void are_told_all_their_faults_at_once() {
        assertThat(faults("""
                {"milestones": [{"period": "2008-04-01/P1Y", "value": 700}, {"value": "8,0", "until": 2009},
                 {"period": "2009-02-30", "value": "1e999"}, 7], "actedOn": "yesterday", "colour": {"deep": [1]}, "a/b~c": 1}"""))
                .containsExactlyInAnyOrder(
                        "/milestones/0/value type",
                        "/milestones/1/value value",
                        "/milestones/1/until unknown",
                        "/milestones/1/period required",
                        "/milestones/2/period value",
                        "/milestones/2/value value",
                        "/milestones/3 type",
                        "/actedOn value",
                        "/colour unknown",
                        "/a~1b~0c unknown");
    }

    @Test
    void may_not_give_what_the_address_gives() {
        assertThat(faults("{\"targetId\": \"" + TARGET + "\", \"milestones\": []}"))
                .contains("/targetId unknown");
    }

    @Test
    void may_not_give_anything_twice() {
        assertThat(faults("""
                {"actedOn": "2008-06-01", "actedOn": "2008-06-02", "milestones": [{"period": "2008-04-01/P1Y", "value": "1"}]}""")).containsExactly("/actedOn twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e999                | type
            1.5                  | type
            "1"                  | type
            true                 | type
            null                 | required
            99999999999          | value
            -99999999999999999999| value
            []                   | type
            """)
    void hold_whole_numbers_where_these_are_wanted(String value, String code) {
        byte[] body = "{\"offerNumber\": %s}".formatted(value).getBytes(StandardCharsets.UTF_8);
        RequestRefused refused = catchThrowableOfType(
                RequestRefused.class, () -> binder.bind(ConsentToTarget.class, body, Map.of("targetId", TARGET)));
        assertThat(refused.errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("/offerNumber", code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2009-02-30",
                "2009-13-01",
                "30/06/2008",
                "2008-06-30T00:00:00Z",
                "",
                "+20080-01-01",
                "0001-01-01"
            })
    void hold_dates_of_the_calendar(String date) {
        assertThat(faults("{\"milestones\": [{\"period\": \"2008-04-01/P1Y\", \"value\": \"1\"}], \"actedOn\": \"%s\"}"
                        .formatted(date)))
                .containsExactly("/actedOn value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "}",
                "[",
                "nul",
                "{\"a\"}",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{} {}",
                "{}x",
                "{\"milestones\": [",
                "\u0000",
                "{\"a\": \"\u0001\"}",
                "\ufeff{}"
            })
    void that_are_no_json_are_unreadable(String body) {
        assertThatThrownBy(() -> agree(body))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("request-unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "true", "null"})
    void that_are_no_object_are_refused(String body) {
        assertThat(faults(body)).hasSize(1);
    }

    @Test
    void in_another_encoding_are_unreadable() {
        for (byte[] body : List.of(
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
                "{}".getBytes(StandardCharsets.UTF_16))) {
            assertThatThrownBy(() -> binder.bind(AgreeTrajectory.class, body, Map.of("targetId", TARGET)))
                    .isInstanceOfSatisfying(
                            RequestRefused.class,
                            refused -> assertThat(refused.code()).isEqualTo("request-unreadable"));
        }
    }

    @Test
    void that_nest_too_deep_are_unreadable() {
        assertThatThrownBy(() -> agree("{\"x\":" + "[".repeat(100_000)))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("request-unreadable"));
    }

    @Test
    void with_endless_numbers_names_or_lists_are_refused() {
        assertThatThrownBy(() -> agree("{\"x\": " + "9".repeat(100_000) + "}")).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> agree("{\"" + "x".repeat(100_000) + "\": 1}")).isInstanceOf(RequestRefused.class);
        assertThat(faults("{\"milestones\": [" + "1,".repeat(5_000) + "1]}"))
                .hasSize(Limits.ERRORS_MAX + 1)
                .last()
                .isEqualTo(" too-many");
        assertThat(faults("{\"milestones\": [" + "{\"period\":\"2008-04-01/P1Y\",\"value\":\"1\"},".repeat(600)
                        + "{\"period\":\"2008-04-01/P1Y\",\"value\":\"1\"}]}"))
                .containsExactly("/milestones too-many");
    }

    @Test
    void must_fill_lists_that_may_not_be_empty() {
        assertThat(faults("{}")).containsExactly("/milestones required");
        assertThat(faults("{\"milestones\": []}")).containsExactly("/milestones value");
    }

    /** Whole bodies with bytes changed, left out and put in, from a fixed seed: each is bound or refused. */
    @Test
    void that_are_damaged_anyhow_are_bound_or_refused() {
        byte[] sound = """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "-1.25"}],
                 "actedOn": "2008-06-01"}""".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20080630);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = sound.clone();
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                int at = random.nextInt(damaged.length);
                damaged[at] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) "{}[]\",:0e9\\".charAt(random.nextInt(11));
            }
            try {
                binder.bind(AgreeTrajectory.class, damaged, Map.of("targetId", TARGET));
            } catch (RequestRefused refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        }
    }
}
