package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.maaledger.command.importing.Mapping.Columns;

/** The first line of a file: which column stands where. */
record Header(Map<String, Integer> columns, int width, List<Fault> faults) {

    /** Reads the header, noting every column that is missing or there twice. */
    static Header read(List<String> cells, Mapping mapping) {
        Map<String, Integer> columns = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        List<String> mapped = mapped(mapping);
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            if (columns.putIfAbsent(name, i) != null && mapped.contains(name)) {
                faults.add(Fault.of(ImportRule.COLUMN_TWICE, 1, name, null));
            }
        }
        for (String name : mapped) {
            if (!columns.containsKey(name)) {
                faults.add(Fault.of(
                        ImportRule.COLUMN_MISSING,
                        1,
                        name,
                        null,
                        "the mapping %s needs a column '%s'; the file has %s"
                                .formatted(mapping.name(), name, String.join(", ", cells))));
            }
        }
        return new Header(Map.copyOf(columns), cells.size(), List.copyOf(faults));
    }

    /** The headers that a mapping needs. */
    static List<String> mapped(Mapping mapping) {
        Columns named = mapping.columns();
        return Stream.concat(
                        Stream.of(
                                        named.areaCode(),
                                        named.areaName(),
                                        named.areaLevel(),
                                        named.indicator(),
                                        named.measure(),
                                        named.unit(),
                                        named.group(),
                                        named.period(),
                                        named.value(),
                                        named.lower(),
                                        named.upper(),
                                        named.status())
                                .filter(Objects::nonNull),
                        mapping.values().keySet().stream().sorted())
                .toList();
    }
}
