package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.EventCatalogue.Entry;

/**
 * Aim: docs/events.md says what is stored, and never falls behind. Method: make the page anew from the catalogue, the comments in the
 * kernel's sources and the golden files, and compare; {@code -Dmaal.write=true} writes it.
 */
final class Document_of_events {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = CHECKOUT.resolve("docs/events.md");
    private static final Path SOURCES = CHECKOUT.resolve("shared-kernel/src/main/java");
    private static final Path GOLDEN = CHECKOUT.resolve("event-log/src/test/resources/stored-events");

    private static final String HEAD = """
            # Events

            Everything that can happen in the ledger, as it is stored. This page is made from the catalogue, the sources and the
            golden files: `./maal test` fails when it is stale, and `mvn -pl event-log -am test -Dtest=Document_of_events
            -Dmaal.write=true -Dmaal.test.required=false` writes it.

            Each event is the `payload` of an envelope in canonical JSON (RFC 8785):

            ```json
            ENVELOPE
            ```
            """;

    @Test
    void is_what_the_catalogue_the_sources_and_the_golden_files_say() throws IOException {
        StringBuilder page = new StringBuilder(HEAD.replace(
                "ENVELOPE", Files.readString(GOLDEN.resolve("envelope.v1.json")).strip()));
        String aggregate = "";
        for (Entry entry : EventCatalogue.entries()) {
            if (!aggregate.equals(entry.aggregateType())) {
                aggregate = entry.aggregateType();
                page.append("\n## ").append(aggregate).append('\n');
            }
            page.append(section(entry));
        }
        if (Boolean.getBoolean("maal.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("docs/events.md").isEqualTo(page.toString());
    }

    private static String section(Entry entry) throws IOException {
        Comment comment = Comment.of(entry.type());
        StringBuilder text = new StringBuilder(
                "\n### %s, revision %d%n%n%s%n%n".formatted(entry.name(), entry.revision(), comment.sentence()));
        text.append("| field | type | meaning |\n|---|---|---|\n");
        for (RecordComponent component : entry.type().getRecordComponents()) {
            text.append("| `%s` | %s | %s |%n"
                    .formatted(
                            component.getName(),
                            component.getGenericType().getTypeName().replaceAll("[a-z]+\\.|.*\\$", ""),
                            comment.fields().getOrDefault(component.getName(), "")));
        }
        String example = Files.readString(GOLDEN.resolve("%s.v%d.json".formatted(entry.name(), entry.revision())));
        return text.append("\n```json\n")
                .append(example.strip())
                .append("\n```\n")
                .toString();
    }

    /** The comment above a record in the sources: its text, and what it says of each component. */
    private record Comment(String sentence, Map<String, String> fields) {

        static Comment of(Class<?> type) throws IOException {
            String file = type.getEnclosingClass().getName().replace('.', '/') + ".java";
            String source = Files.readString(SOURCES.resolve(file));
            Matcher matcher = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\s*)*record " + type.getSimpleName() + "\\(",
                            Pattern.DOTALL)
                    .matcher(source);
            assertThat(matcher.find())
                    .as("a comment above %s in %s", type.getSimpleName(), file)
                    .isTrue();
            String[] parts = plain(matcher.group(1)).split("@param ");
            Map<String, String> fields = new LinkedHashMap<>();
            Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.strip().split(" ", 2))
                    .forEach(part -> fields.put(part[0], part[1].strip()));
            return new Comment(parts[0].strip(), fields);
        }

        private static String plain(String comment) {
            return comment.replaceAll("(?m)^\\s*\\*", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("</?p>", "")
                    .replaceAll("\\s+", " ");
        }
    }
}
