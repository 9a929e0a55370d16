package org.maaledger.app.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.LogSchema;

/**
 * What a backup says of itself: its last member, {@code manifest.json}.
 *
 * @param format the revision of the form of the file
 * @param program the version of the program that wrote it
 * @param schema the version of the tables, as {@link LogSchema} counts them
 * @param takenAt when, by the database's clock (ISO 8601, UTC)
 * @param position the last event that it holds
 * @param members one for each table of record
 */
record Manifest(int format, String program, String schema, String takenAt, long position, List<Member> members) {

    /** The form that this program writes and reads. */
    static final int FORMAT = 1;

    static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The rows of one table in PostgreSQL's text format for COPY, each ended by a line feed.
     *
     * @param columns in the order in which a row gives them
     * @param bytes unpacked
     * @param sha256 of the unpacked bytes
     */
    record Member(String table, List<String> columns, long rows, long bytes, String sha256) {

        /** Its name in the file. */
        String file() {
            return fileOf(table);
        }

        static String fileOf(String table) {
            return table + ".copy";
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can be written as JSON", e);
        }
    }

    /** What {@code json} says, found in {@code file}, if this program can restore it. */
    static Manifest read(Path file, String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            int format = tree.path("format").asInt();
            if (format != FORMAT) {
                throw new CannotStart(
                        "%s has the form %d of a backup and this program reads form %d: restore it with the release of MAA Ledger that wrote it (%s), or a newer one."
                                .formatted(
                                        file,
                                        format,
                                        FORMAT,
                                        tree.path("program").asText("unknown")));
            }
            Manifest manifest = JSON.treeToValue(tree, Manifest.class);
            if (!LogSchema.knows(manifest.schema())) {
                throw new CannotStart(
                        "%s holds tables of version %s and this program knows them up to %s: restore it with release %s of MAA Ledger, which wrote it, or a newer one."
                                .formatted(file, manifest.schema(), LogSchema.VERSION, manifest.program()));
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new CannotStart("%s is no backup of a ledger: its manifest cannot be read.".formatted(file), e);
        }
    }

    /** The member that holds {@code table}. */
    Member member(Path file, RecordTable table) {
        return members.stream()
                .filter(member -> member.table().equals(table.name()))
                .findFirst()
                .orElseThrow(() -> new CannotStart("%s lacks the table %s.".formatted(file, table.name())));
    }

    long rows() {
        return members.stream().mapToLong(Member::rows).sum();
    }
}
