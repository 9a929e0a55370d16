package org.maaledger.command.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;

/** The indicators of a source, as a shipped list describes them. */
final class Dictionary {

    /**
     * An indicator of the source.
     *
     * @param key what files of the source call it
     * @param yearKind the kind of year its periods are labelled by, empty where they are not
     */
    record Entry(String key, IndicatorCode code, IndicatorDefinition definition, String yearKind) {}

    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<IndicatorCode, Entry> byCode = new LinkedHashMap<>();

    private Dictionary() {}

    /** Reads the list of a source; National Indicators have a list of their own form. */
    static Dictionary of(String resource) {
        Dictionary dictionary = new Dictionary();
        if (resource.equals(NationalIndicators.RESOURCE)) {
            NationalIndicators.read()
                    .forEach(row -> dictionary.add(new Entry(row.number(), row.code(), row.definition(), "")));
        } else {
            ReferenceTable.read(resource, row -> dictionary.add(entry(row)));
        }
        return dictionary;
    }

    private static Entry entry(ReferenceTable.Row row) {
        String decimals = row.cell("decimals");
        return new Entry(
                row.cell("key"),
                new IndicatorCode(row.cell("code")),
                new IndicatorDefinition(
                        1,
                        row.cell("title"),
                        row.cell("unit"),
                        Polarity.of(row.cell("polarity")),
                        row.cell("topic"),
                        decimals.isEmpty() ? null : Integer.valueOf(decimals),
                        true),
                row.cell("year-type"));
    }

    private void add(Entry entry) {
        if (byKey.put(entry.key(), entry) != null || byCode.put(entry.code(), entry) != null) {
            throw new IllegalStateException("the dictionary holds %s, %s twice".formatted(entry.key(), entry.code()));
        }
    }

    @Nullable Entry byKey(String key) {
        return byKey.get(key);
    }

    @Nullable Entry byCode(IndicatorCode code) {
        return byCode.get(code);
    }

    /** Whether the source publishes a data set under this name. */
    boolean hasTopic(String topic) {
        return byCode.values().stream()
                .anyMatch(entry -> topic.equals(entry.definition().theme()));
    }

    Collection<Entry> entries() {
        return byKey.values();
    }
}
