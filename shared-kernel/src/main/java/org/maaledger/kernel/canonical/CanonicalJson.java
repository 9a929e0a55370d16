package org.maaledger.kernel.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Canonical JSON: one value, one sequence of bytes (RFC 8785). */
public final class CanonicalJson {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    /**
     * The value that {@code json} writes.
     *
     * @throws MalformedJson if it is not UTF-8, not JSON, or JSON that has no canonical form: a member twice, an unpaired surrogate,
     *     a number beyond a double
     */
    public static Json parse(byte[] json) {
        return new JsonReader(json).read();
    }

    /** The canonical bytes of {@code value}. */
    public static byte[] write(Json value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical bytes of the value that {@code json} writes. */
    public static byte[] canonicalise(byte[] json) {
        return write(parse(json));
    }

    /** Whether {@code json} is JSON in canonical form. */
    public static boolean isCanonical(byte[] json) {
        try {
            return Arrays.equals(json, canonicalise(json));
        } catch (MalformedJson e) {
            return false;
        }
    }

    /** Appends {@code text} as a JSON string, quotes included, escaped as RFC 8785 section 3.2.2.2 says. */
    public static void appendString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\') {
                out.append(c);
            } else {
                appendEscaped(c, out);
            }
        }
        out.append('"');
    }

    private static void append(Json value, StringBuilder out) {
        switch (value) {
            case Json.JsonObject object -> append(object, out);
            case Json.JsonArray array -> append(array, out);
            case Json.JsonString string -> appendString(string.value(), out);
            case Json.JsonNumber number -> out.append(EcmaScriptNumber.print(number.value()));
            case Json.JsonBoolean bool -> out.append(bool.value());
            case Json.JsonNull _ -> out.append("null");
        }
    }

    private static void append(Json.JsonObject object, StringBuilder out) {
        char before = '{';
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            out.append(before);
            appendString(member.getKey(), out);
            append(member.getValue(), out.append(':'));
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void append(Json.JsonArray array, StringBuilder out) {
        char before = '[';
        for (Json item : array.items()) {
            append(item, out.append(before));
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void appendEscaped(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
