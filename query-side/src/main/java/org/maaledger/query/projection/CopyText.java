package org.maaledger.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in the text format of PostgreSQL's COPY: the fastest way in, for a batch of ten as for a million. */
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 14);

    void row(Rows.Version version) {
        value(version.key());
        text.append('\t')
                .append(version.from())
                .append('\t')
                .append(version.to())
                .append('\t')
                .append(version.validFrom());
        for (Object value : version.values()) {
            text.append('\t');
            value(value);
        }
        text.append('\n');
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof List<?> list) {
            escaped(array(list));
        } else {
            escaped(value.toString());
        }
    }

    private void escaped(String value) {
        if (!special(value)) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static boolean special(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    private static String array(List<?> list) {
        StringBuilder array = new StringBuilder("{");
        for (Object item : list) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"')
                    .append(item.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
