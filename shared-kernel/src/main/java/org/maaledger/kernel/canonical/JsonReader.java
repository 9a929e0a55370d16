package org.maaledger.kernel.canonical;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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

    /** Stands for the end of the text; no character of JSON is zero. */
    private static final char END = 0;

    private final CharBuffer text;

    JsonReader(byte[] json) {
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException e) {
            throw new MalformedJson("the bytes are not UTF-8", e);
        }
    }

    Json read() {
        Json value = value(0);
        skipSpace();
        if (text.hasRemaining()) {
            throw fault("something follows the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEPTH_MAX) {
            throw fault("values lie deeper than " + DEPTH_MAX);
        }
        skipSpace();
        return switch (peek()) {
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
        expect('{');
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
        expect('[');
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
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.lookingAt()) {
            throw fault("no value begins like this");
        }
        double number = Double.parseDouble(matcher.group());
        if (!Double.isFinite(number)) {
            throw fault("the number is too large for a double");
        }
        text.position(text.position() + matcher.end());
        return new Json.JsonNumber(number);
    }

    private Json word(String word, Json value) {
        for (int i = 0; i < word.length(); i++) {
            if (read(word) != word.charAt(i)) {
                throw fault("no value begins like this");
            }
        }
        return value;
    }

    private String string() {
        if (peek() != '"') {
            throw fault("a string is due");
        }
        text.get();
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = read("a string");
            if (c == '"') {
                return paired(out.toString());
            }
            if (c < 0x20) {
                throw fault("a control character stands unescaped in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char kind = read("an escape");
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
        for (int i = 0; i < 4; i++) {
            char c = read("an escape");
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

    private char peek() {
        return text.hasRemaining() ? text.get(text.position()) : END;
    }

    private char read(String within) {
        if (!text.hasRemaining()) {
            throw fault("the text ends within " + within);
        }
        return text.get();
    }

    private boolean next(char c) {
        skipSpace();
        if (peek() == c) {
            text.get();
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
        while (" \t\n\r".indexOf(peek()) >= 0) {
            text.get();
        }
    }

    private MalformedJson fault(String fault) {
        return new MalformedJson(text.position(), fault);
    }
}
