package org.maaledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.canonical.CanonicalJson;

/**
 * Aim: what was stored once can be read for ever, and is written the same way. Method: one file for each revision of each entry of
 * the catalogue, {@code stored-events/NAME.vREVISION.json}, written once and never edited.
 */
final class Stored_events {

    private final EventSerializer serializer = new EventSerializer();

    private record Golden(String name, int revision) {
        String file() {
            return "%s.v%d.json".formatted(name, revision);
        }
    }

    private static List<Golden> due() {
        return EventCatalogue.entries().stream()
                .flatMap(entry -> IntStream.rangeClosed(1, entry.revision()).mapToObj(r -> new Golden(entry.name(), r)))
                .toList();
    }

    private static byte @Nullable [] bytes(String file) {
        try (InputStream stream = Stored_events.class.getResourceAsStream("/stored-events/" + file)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static byte[] golden(String file) {
        byte[] bytes = bytes(file);
        assertThat(bytes)
                .as("event-log/src/test/resources/stored-events/" + file)
                .isNotNull();
        return bytes;
    }

    @Test
    void have_a_file_for_every_entry_and_revision_of_the_catalogue() {
        assertThat(due().stream().map(Golden::file).filter(file -> bytes(file) == null))
                .as("files missing from event-log/src/test/resources/stored-events")
                .isEmpty();
    }

    @Test
    void have_an_entry_for_every_event_that_the_sealed_root_permits() {
        assertThat(leaves(LedgerEvent.class)
                        .filter(type -> EventCatalogue.entries().stream()
                                .noneMatch(entry -> entry.type().equals(type))))
                .as("events missing from the catalogue")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> are_read_and_written_again_byte_for_byte() {
        return EventCatalogue.entries().stream()
                .map(entry -> dynamicTest(entry.name(), () -> {
                    byte[] stored = golden(new Golden(entry.name(), entry.revision()).file());
                    assertThat(CanonicalJson.isCanonical(stored))
                            .as("canonical form: " + new String(CanonicalJson.canonicalise(stored), UTF_8))
                            .isTrue();
                    LedgerEvent event = serializer.read(entry.name(), entry.revision(), stored);
                    assertThat(event).isInstanceOf(entry.type());
                    assertThat(new String(serializer.write(event), UTF_8)).isEqualTo(new String(stored, UTF_8));
                }));
    }

    @TestFactory
    Stream<DynamicTest> are_read_in_every_earlier_revision() {
        return due().stream()
                .map(golden -> dynamicTest(
                        golden.file(),
                        () -> assertThat(serializer.read(golden.name(), golden.revision(), golden(golden.file())))
                                .isNotNull()));
    }

    @Test
    void are_read_when_a_newer_program_added_an_optional_field() {
        String newer = new String(golden("party-left.v1.json"), UTF_8).replaceFirst("\\{", "{\"aNewField\":[1,{}],");

        assertThat(serializer.read("party-left", 1, newer.getBytes(UTF_8)))
                .isEqualTo(serializer.read("party-left", 1, golden("party-left.v1.json")));
    }

    @Test
    void stop_the_reader_when_name_or_revision_is_unknown_or_the_payload_is_another() {
        byte[] payload = golden("party-left.v1.json");

        assertThatThrownBy(() -> serializer.read("party-expelled", 1, payload)).isInstanceOf(CorruptHistory.class);
        assertThatThrownBy(() -> serializer.read("party-left", 2, payload)).isInstanceOf(CorruptHistory.class);
        assertThatThrownBy(() -> serializer.read("target-proposed", 1, payload)).isInstanceOf(CorruptHistory.class);
        assertThatThrownBy(() -> serializer.read("party-left", 1, "{".getBytes(UTF_8)))
                .isInstanceOf(CorruptHistory.class);
    }

    @Test
    void hold_no_floating_point_number_whose_digits_depend_on_who_prints_it() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        EventCatalogue.entries().forEach(entry -> reach(entry.type(), seen));

        assertThat(seen).doesNotContain(double.class, float.class, Double.class, Float.class);
    }

    @Test
    void have_an_envelope_that_is_read_and_written_again_byte_for_byte() {
        byte[] stored = golden("envelope.v1.json");
        StoredEvent event = new EnvelopeReader(serializer).read(4711, stored);
        Envelope envelope = event.envelope();
        EnvelopeWriter.Rendered rendered = new EnvelopeWriter(serializer)
                .render(new NewEvent(
                        envelope.eventId(),
                        event.payload(),
                        envelope.sequence(),
                        envelope.actor(),
                        envelope.actedOn(),
                        envelope.command(),
                        envelope.correlation(),
                        envelope.causation()));

        byte[] again = rendered.halves().splice(4711, EnvelopeWriter.recordedAt(envelope.recordedAt()));

        assertThat(CanonicalJson.isCanonical(stored)).isTrue();
        assertThat(new String(again, UTF_8)).isEqualTo(new String(stored, UTF_8));
    }

    @Test
    void stop_the_reader_when_the_bytes_name_another_position() {
        assertThatThrownBy(() -> new EnvelopeReader(serializer).read(4712, golden("envelope.v1.json")))
                .isInstanceOf(CorruptHistory.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(Stored_events::leaves)
                : Stream.of(type);
    }

    private static void reach(Class<?> type, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isSealed() && type.getPermittedSubclasses() != null) {
            leaves(type).forEach(leaf -> reach(leaf, seen));
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                reach(component.getType(), seen);
            }
        }
    }
}
