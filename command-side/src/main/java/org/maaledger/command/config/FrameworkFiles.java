package org.maaledger.command.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.maaledger.command.agreement.Editions;
import org.maaledger.kernel.framework.FrameworkRules;

/** Reads the framework editions that ship with the program: one file each, named in the list. An edition is never changed. */
public final class FrameworkFiles {

    private static final List<String> SHIPPED = List.of("laa-maa-2008");

    private FrameworkFiles() {}

    /** The editions that ship with the program. */
    public static Editions shipped() {
        ObjectMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        List<FrameworkRules> editions = new ArrayList<>();
        for (String name : SHIPPED) {
            FrameworkRules rules = read("/frameworks/" + name + ".json", json);
            if (!rules.edition().equals(name)) {
                throw new IllegalStateException(
                        "the file of edition %s says it is %s".formatted(name, rules.edition()));
            }
            editions.add(rules);
        }
        return new Editions(editions);
    }

    private static FrameworkRules read(String file, ObjectMapper json) {
        try (InputStream in = FrameworkFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the framework edition " + file + " is missing from the program");
            }
            return json.readValue(in, FrameworkRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the framework edition " + file + " cannot be read", e);
        }
    }
}
