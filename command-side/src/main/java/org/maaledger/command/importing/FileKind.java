package org.maaledger.command.importing;

import java.io.BufferedInputStream;
import java.io.IOException;

/** What a file is, as its first bytes tell: people hand in spreadsheets and web pages by mistake. */
enum FileKind {
    GZIP("packed with gzip", "\u001F\u008B"),
    ZIP("a zip archive, such as a spreadsheet (xlsx, ods)", "PK"),
    OLD_SPREADSHEET("an old spreadsheet or document (xls, doc)", "\u00D0\u00CF\u0011\u00E0"),
    PDF("a PDF", "%PDF"),
    PARQUET("a Parquet file", "PAR1"),
    UTF_16_LOW_FIRST("text in UTF-16", "\u00FF\u00FE"),
    UTF_16_HIGH_FIRST("text in UTF-16", "\u00FE\u00FF"),
    WEB_PAGE("a web page or XML", "<"),
    TEXT_WITH_MARK("text in UTF-8", "\u00EF\u00BB\u00BF"),
    /** Whatever begins in no other way. */
    TEXT("text", ""),
    /** Text has no zero bytes; that in UTF-16 has one beside each Latin letter. */
    BINARY("no text in UTF-8: it begins with zero bytes", "");

    private static final int FIRST_BYTES = 4;

    private final String says;
    /** Its first bytes, each as a character. */
    private final String begins;

    FileKind(String says, String begins) {
        this.says = says;
        this.begins = begins;
    }

    /** In words, to follow "the file is". */
    String says() {
        return says;
    }

    /** How many bytes mark it. */
    int marks() {
        return begins.length();
    }

    /** Looks at the first bytes of {@code in} and puts them back. */
    static FileKind of(BufferedInputStream in) throws IOException {
        in.mark(FIRST_BYTES);
        byte[] first = in.readNBytes(FIRST_BYTES);
        in.reset();
        for (FileKind kind : values()) {
            if (kind.marks() > 0 && kind.begins(first)) {
                return kind;
            }
        }
        for (byte one : first) {
            if (one == 0) {
                return BINARY;
            }
        }
        return TEXT;
    }

    private boolean begins(byte[] first) {
        if (first.length < begins.length()) {
            return false;
        }
        for (int i = 0; i < begins.length(); i++) {
            if (Byte.toUnsignedInt(first[i]) != begins.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
