package org.maaledger.kernel.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON strictly (RFC 8259 with the restrictions of I-JSON, RFC 7493), to a bounded depth. */
final class JsonReader {

    /** Deeper values are refused, so that hostile input cannot exhaust the stack. */
    static final int DEPTH_MAX = 200;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;

    JsonReader(byte[] json) {
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("the bytes are not UTF-8", e);
        }
    }

    Json read() {
        Json value = value(0);
        skipSpace();
        if (at < text.length()) {
            throw fault("something follows the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEPTH_MAX) {
            throw fault("values lie deeper than " + DEPTH_MAX);
        }
        skipSpace();
        if (at >= text.length()) {
            throw fault("the text ends where a value is due");
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.JsonString(string());
            case 't' -> word("true", new Json.JsonBoolean(true));
            case 'f' -> word("false", new Json.JsonBoolean(false));
            case 'n' -> word("null", new Json.JsonNull());
            default -> number();
        };
    }

    private Json object(int depth) {
        TreeMap<String, Json> members = new TreeMap<>();
        at++;
        if (next('}')) {
            return new Json.JsonObject(members);
        }
        do {
            skipSpace();
            String name = string();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw fault("the member \"" + name + "\" stands there twice");
            }
        } while (next(','));
        expect('}');
        return new Json.JsonObject(members);
    }

    private Json array(int depth) {
        List<Json> items = new ArrayList<>();
        at++;
        if (next(']')) {
            return new Json.JsonArray(items);
        }
        do {
            items.add(value(depth + 1));
        } while (next(','));
        expect(']');
        return new Json.JsonArray(items);
    }

    private Json number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault("no value begins like this");
        }
        double number = Double.parseDouble(matcher.group());
        if (!Double.isFinite(number)) {
            throw fault("the number is too large for a double");
        }
        at = matcher.end();
        return new Json.JsonNumber(number);
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw fault("no value begins like this");
        }
        at += word.length();
        return value;
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw fault("a string is due");
        }
        int start = ++at;
        StringBuilder out = null;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String value = out == null
                        ? text.substring(start, at)
                        : out.append(text, start, at).toString();
                at++;
                return paired(value);
            }
            if (c < 0x20) {
                throw fault("a control character stands unescaped in a string");
            }
            if (c == '\\') {
                out = (out == null ? new StringBuilder() : out).append(text, start, at);
                out.append(escaped());
                start = at;
            } else {
                at++;
            }
        }
        throw fault("the text ends within a string");
    }

    private char escaped() {
        if (at + 1 >= text.length()) {
            throw fault("the text ends within an escape");
        }
        char kind = text.charAt(at + 1);
        at += 2;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> hexadecimal();
            default -> throw fault("there is no escape \\" + kind);
        };
    }

    private char hexadecimal() {
        int point = 0;
        for (int i = 0; i < 4; i++, at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw fault("four hexadecimal digits are due after \\u");
            }
            point = point << 4 | digit;
        }
        return (char) point;
    }

    private String paired(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (!Character.isHighSurrogate(value.charAt(i))
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw fault("the string holds an unpaired surrogate");
                }
                i++;
            }
        }
        return value;
    }

    private boolean next(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!next(c)) {
            throw fault("'" + c + "' is due");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private MalformedJson fault(String fault) {
        return new MalformedJson(at, fault);
    }
}
