package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;

/** What becomes of texts, of values that have several forms, and of series in the bodies of requests. */
class Values_in_bodies {

    private static final String TARGET = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

    private final RecordBinder binder = new RecordBinder(() -> new byte[32]);

    @Test
    void hold_texts_that_people_can_read() {
        for (String title :
                List.of("", "   ", "x".repeat(10_001), "a\\u0000b", "a\\ud800b", "a\\u202eb", "x".repeat(100_000))) {
            RequestRefused refused = catchThrowableOfType(
                    RequestRefused.class,
                    () -> binder.bind(
                            DraftAgreement.class,
                            "{\"title\": \"%s\"}".formatted(title).getBytes(StandardCharsets.UTF_8),
                            Map.of()));
            assertThat(refused.errors())
                    .as(title)
                    .anyMatch(error ->
                            error.field().equals("/title") && error.code().equals("value"));
        }
    }

    private List<String> faults(Class<? extends Record> type, String json) {
        Map<String, String> address = type == AgreeTrajectory.class ? Map.of("targetId", TARGET) : Map.of();
        RequestRefused refused = catchThrowableOfType(
                RequestRefused.class, () -> binder.bind(type, json.getBytes(StandardCharsets.UTF_8), address));
        return refused.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    @Test
    void are_shown_where_they_are_wrong() {
        assertThat(faults(AgreeTrajectory.class, "{\"milestones\": []}")).containsExactly("/milestones value");
        String milestone = "{\"period\": \"2008-04-01/P1Y\", \"value\": \"700\"}";
        assertThat(faults(AgreeTrajectory.class, "{\"milestones\": [%s, %s]}".formatted(milestone, milestone)))
                .containsExactly("/milestones value");
        assertThat(faults(DraftAgreement.class, """
                {"agreementId": "7d444840-9dc0-41d1-b245-5ffdce74fad2", "kind": "local-area-agreement", "title": "Hartlepool",
                 "edition": "laa-maa-2008", "area": "E06000001", "responsibleAuthority": "E06000001",
                 "governmentOffice": "go:north-east", "from": "2008-04-01", "to": "2011-03-31",
                 "members": ["E06000001", "E06000001"]}""")).containsExactly("/members value");
        assertThat(faults(RegisterArea.class, """
                {"area": "E06000001", "source": {"name": " a space before it"},
                 "details": {"name": "Hartle\\u202epool", "level": "unitary", "tier": "top", "formerCodes": ["00EB", "00EB"]}}""")).contains("/source/name value", "/details/name value");
        assertThat(faults(RegisterArea.class, """
                {"area": "E06000001", "source": {"name": "a survey"},
                 "details": {"name": "Hartlepool", "level": "unitary", "tier": "top", "formerCodes": ["00EB", "00EB"]}}""")).contains("/details/formerCodes value");
    }

    /** Two components, so that it is no value around one. */
    record ObservedOn(Observation observation, @Nullable String note) {}

    private Observation observed(String json) {
        return binder.bind(
                        ObservedOn.class,
                        "{\"observation\": %s}".formatted(json).getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .observation();
    }

    @Test
    void may_have_one_of_several_forms() {
        assertThat(observed("{\"value\": \"7.5\"}")).isEqualTo(Observation.Measured.of("7.5"));
        assertThat(observed("{\"missing\": \"confidential\"}"))
                .isEqualTo(new Observation.Missing(MissingReason.CONFIDENTIAL));
        assertThatThrownBy(() -> observed("{\"value\": \"7.5\", \"missing\": \"confidential\"}"))
                .isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> observed("{}")).isInstanceOf(RequestRefused.class);
    }

    private RecordReading reading(String fields) {
        byte[] body = """
                {%s, "period": "2008-04-01/P1Y", "vintage": "final", "observation": {"value": "1"}, "source": {"name": "A survey"}}""".formatted(fields).getBytes(StandardCharsets.UTF_8);
        return binder.bind(RecordReading.class, body, Map.of());
    }

    @Test
    void name_a_series_by_its_id_or_by_what_its_id_follows_from() {
        RecordReading whole = reading("\"series\": \"ni:154~E06000001~all\"");
        assertThat(whole.series()).isEqualTo(SeriesId.of("ni:154~E06000001~all"));
        assertThat(reading("\"indicator\": \"ni:154\", \"area\": \"E06000001\", \"group\": \"all\""))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "actedOn": "2009-01-01"                                                         | /series required
            "indicator": "ni:154"                                                           | /area required, /group required
            "indicator": "ni:154", "area": "E06000001"                                      | /group required
            "indicator": "154", "area": "E06000001", "group": "all"                         | /indicator value
            "series": "ni:154~E06000001~all", "group": "all"                                | /series twice
            "series": "ni:154~E06000001", "area": "E06000001"                               | /series value, /series twice
            "series": "ni:154~E06000001"                                                    | /series value
            """)
    void name_a_series_in_one_way_and_whole(String fields, String faults) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> reading(fields));
        assertThat(refused.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList())
                .containsExactly(faults.split(", "));
    }

    @Test
    void hold_no_half_characters_and_are_told_so_in_whole_ones() {
        RequestRefused refused = catchThrowableOfType(
                RequestRefused.class,
                () -> binder.bind(RegisterArea.class, """
                        {"area": "\\ud800", "\\ud800": 1, "details": {"name": "A", "level": "country",
                         "aliases": ["a\\ud800", "b\\u0000"]}, "source": {"name": "\\udc00"}}""".getBytes(StandardCharsets.UTF_8), Map.of()));
        assertThat(refused.errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/area", "value"),
                        tuple("/?", "unknown"),
                        tuple("/details/aliases/0", "value"),
                        tuple("/details/aliases/1", "value"),
                        tuple("/source/name", "value"));
        assertThat(refused.errors())
                .allSatisfy(error -> assertThat(
                                StandardCharsets.UTF_8.newEncoder().canEncode(error.field() + error.message()))
                        .isTrue());
    }
}
