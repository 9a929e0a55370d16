package org.maaledger.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * A part that whoever tries the ledger can play. No persona is a person.
 *
 * @param name as it is typed, such as {@code Tees Valley officer}
 */
record Persona(String name, BodyId body, Office office) {

    /** Every persona of the demonstration, in the order of its file. */
    static List<Persona> all() {
        try (InputStream file =
                        Objects.requireNonNull(Persona.class.getResourceAsStream("/demonstration/personas.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Persona::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException("the personas lie in the jar", e);
        }
    }

    /** What the sign-in knows it by. */
    String client() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Persona of(String line) {
        String[] cells = line.split(",", -1);
        return new Persona(cells[0], new BodyId(cells[1]), Office.of(cells[2]));
    }
}
