package org.maaledger.command.importing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The declared mappings, read once from the resource files under {@code mappings/}. */
public final class Mappings {

    private static final List<String> NAMES = List.of("ons", "lait", "place-survey");

    private final Map<String, Mapping> byName = new TreeMap<>();

    /** Reads them all, so that a faulty one stops the program at its start. */
    public Mappings() {
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (String name : NAMES) {
            String resource = "/mappings/" + name + ".json";
            try (InputStream in = Mappings.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is not in the program");
                }
                byName.put(name, json.readValue(in, Mapping.class));
            } catch (IOException e) {
                throw new IllegalStateException(resource + " cannot be read", e);
            }
        }
    }

    /** The mapping of that name. */
    public Optional<Mapping> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
