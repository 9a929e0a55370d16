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

    private static final char[] OTHER_SEPARATORS = {';', '\t', '|'};
    private static final int COLUMNS_TOLD_MAX = 30;
    private static final int CHARACTERS_TOLD_MAX = 600;

    /** Reads the header, noting every column that is missing or there twice. */
    static Header read(List<String> cells, Mapping mapping) {
        Map<String, Integer> columns = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        List<String> mapped = mapped(mapping);
        if (cells.size() == 1 && mapped.size() > 1) {
            for (char separator : OTHER_SEPARATORS) {
                if (cells.getFirst().indexOf(separator) >= 0) {
                    faults.add(Fault.of(
                            ImportRule.SEPARATOR,
                            1,
                            null,
                            cells.getFirst(),
                            "the cells of the header are separated by %s, not by commas"
                                    .formatted(separator == '\t' ? "tabs" : "'" + separator + "'")));
                    return new Header(Map.of(), 1, faults);
                }
            }
        }
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
                                .formatted(mapping.name(), name, excerpt(cells))));
            }
        }
        return new Header(Map.copyOf(columns), cells.size(), List.copyOf(faults));
    }

    private static String excerpt(List<String> cells) {
        String all = String.join(", ", cells.subList(0, Math.min(cells.size(), COLUMNS_TOLD_MAX)));
        boolean whole = cells.size() <= COLUMNS_TOLD_MAX && all.length() <= CHARACTERS_TOLD_MAX;
        return whole ? all : all.substring(0, Math.min(all.length(), CHARACTERS_TOLD_MAX)) + " ...";
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
