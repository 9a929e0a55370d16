package org.maaledger.command.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.maaledger.command.decision.FreeText;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.SeriesId;

/** Describes, as JSON Schema, the kinds of value that JSON writes as strings. */
final class TextForms {

    private static final Map<Class<?>, Map<String, Object>> KNOWN = Map.of(
            String.class, Map.of(),
            LocalDate.class, Map.of("format", "date", "example", "2008-06-30"),
            FreeText.class, Map.of("minLength", 1, "maxLength", FreeText.CHARACTERS_MAX, "example", "In plain words"),
            Quantity.class,
                    form(Quantity.FORM.pattern(), "-12.5", "A decimal number; a string, so that no digit is lost."),
            ReportingPeriod.class,
                    form(
                            ReportingPeriod.FORM.pattern(),
                            "2008-04-01/P1Y",
                            "A date, or an ISO 8601 interval of whole years and months."),
            AreaCode.class, form(AreaCode.FORM.pattern(), "E06000002", "The code of a place."),
            IndicatorCode.class, form(IndicatorCode.FORM.pattern(), "ni:154", "The code of an indicator."),
            GroupCode.class, form(GroupCode.FORM.pattern(), "all", "A part of the population; all is everybody."),
            BodyId.class, form(BodyId.FORM.pattern(), "E06000002", "The id of a body."),
            SeriesId.class,
                    form(
                            String.join("~", of(IndicatorCode.FORM), of(AreaCode.FORM), of(GroupCode.FORM)),
                            "ni:154~E06000002~all",
                            "A series of readings: indicator, area and group."));

    private TextForms() {}

    /** What a string must be to stand for a value of {@code type}. */
    static Map<String, Object> schema(Class<?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        if (type.isEnum()) {
            schema.put(
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        } else if (KNOWN.containsKey(type)) {
            schema.putAll(KNOWN.get(type));
        } else if (type == UUID.class || isAround(type, UUID.class)) {
            schema.put("format", "uuid");
            schema.put("example", "7d444840-9dc0-41d1-b245-5ffdce74fad2");
        } else {
            throw new IllegalArgumentException(type + " has no description");
        }
        return schema;
    }

    private static boolean isAround(Class<?> type, Class<?> inner) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == inner;
    }

    private static Map<String, Object> form(String pattern, String example, String description) {
        return Map.of("pattern", "^(?:" + pattern + ")$", "example", example, "description", description);
    }

    private static String of(Pattern form) {
        return form.pattern();
    }
}
