package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.Mapping.Columns;
import org.maaledger.command.importing.Mapping.IndicatorRules;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;

/**
 * Finds the indicator of a row: by its key in the dictionary of the source or, where the source's indicators grow, by a code made of
 * the data set, the indicator and, if one indicator has several measures, the measure.
 */
final class IndicatorCells {

    private static final Pattern IN_BRACKETS_AT_END = Pattern.compile("\\s*\\([^)]*\\)$");

    /** An indicator found, or the rule that is broken. */
    record Found(
            @Nullable IndicatorCode code,
            @Nullable IndicatorDefinition definition,
            String yearKind,
            @Nullable LocalDate withdrawnFrom,
            @Nullable ImportRule broken) {

        static Found broken(ImportRule rule) {
            return new Found(null, null, "", null, rule);
        }

        /** Whether it was no longer collected when {@code period} began. */
        boolean withdrawnBy(ReportingPeriod period) {
            return withdrawnFrom != null && !period.start().isBefore(withdrawnFrom);
        }
    }

    private record Cells(String indicator, String measure, String unit) {
        int length() {
            return indicator.length() + measure.length() + unit.length();
        }
    }

    /** What is worked out once; a file with more different ones is no file of figures. */
    private static final int KNOWN_MAX = 20_000;

    private static final int CELLS_CHARACTERS_MAX = 1_000;

    private final String dataSet;
    private final IndicatorRules rules;
    private final Columns columns;
    private final Dictionary dictionary;
    private final ImportLedger catalogue;
    private final Map<Cells, Found> known = new HashMap<>();
    private final Map<IndicatorCode, IndicatorDefinition> chosen = new HashMap<>();

    /**
     * @param dataSet of which the codes of growing indicators are made
     * @param dictionary of the source
     * @param catalogue knows the registered indicators
     */
    IndicatorCells(DataSet dataSet, Mapping mapping, Dictionary dictionary, ImportLedger catalogue) {
        this.dataSet = dataSet.name();
        this.rules = mapping.indicators();
        this.columns = mapping.columns();
        this.dictionary = dictionary;
        this.catalogue = catalogue;
    }

    /** The indicator of a row of a long file. */
    Found of(Row row) {
        Cells cells = new Cells(row.cell(columns.indicator()), row.cell(columns.measure()), row.cell(columns.unit()));
        Found found = known.get(cells);
        if (found == null) {
            found = rules.grows() ? grown(cells) : listed(cells);
            if (known.size() < KNOWN_MAX && cells.length() <= CELLS_CHARACTERS_MAX) {
                known.put(cells, found);
            }
        }
        return found;
    }

    /** The indicator that a mapping names for a column of a wide file. */
    Found of(String code) {
        return known.computeIfAbsent(new Cells(code, "", ""), key -> {
            Dictionary.Entry entry = dictionary.byCode(new IndicatorCode(code));
            return entry == null ? Found.broken(ImportRule.INDICATOR_UNKNOWN) : found(entry);
        });
    }

    private Found listed(Cells cells) {
        if (cells.indicator().isBlank()) {
            return Found.broken(ImportRule.INDICATOR_UNNAMED);
        }
        Dictionary.Entry entry = dictionary.byKey(cells.indicator());
        return entry == null ? Found.broken(ImportRule.INDICATOR_UNKNOWN) : found(entry);
    }

    private Found found(Dictionary.Entry entry) {
        IndicatorDefinition registered = catalogue.definition(entry.code());
        return new Found(
                entry.code(),
                registered == null ? entry.definition() : registered,
                entry.yearKind(),
                catalogue.withdrawnFrom(entry.code()),
                null);
    }

    private Found grown(Cells cells) {
        if (cells.indicator().isBlank() || cells.unit().isBlank()) {
            return Found.broken(ImportRule.INDICATOR_UNNAMED);
        }
        try {
            String indicator = DataSet.coded(cells.indicator());
            String bare =
                    DataSet.coded(IN_BRACKETS_AT_END.matcher(cells.indicator()).replaceFirst(""));
            boolean namesake = dataSet.equals(indicator) || dataSet.equals(bare);
            String code = rules.prefix() + ":" + dataSet + (namesake ? "" : "." + indicator);
            Found plain = defined(new IndicatorCode(code), cells);
            if (plain.definition() != null && plain.definition().unit().equals(cells.unit())) {
                return plain;
            }
            return defined(new IndicatorCode(code + "." + DataSet.coded(cells.measure() + " " + cells.unit())), cells);
        } catch (IllegalArgumentException e) {
            return Found.broken(ImportRule.INDICATOR_UNNAMED);
        }
    }

    private Found defined(IndicatorCode code, Cells cells) {
        IndicatorDefinition definition = chosen.computeIfAbsent(code, key -> {
            IndicatorDefinition registered = catalogue.definition(key);
            if (registered != null) {
                return registered;
            }
            Dictionary.Entry entry = dictionary.byCode(key);
            return entry != null
                    ? entry.definition()
                    : new IndicatorDefinition(
                            1, cells.indicator(), cells.unit(), Polarity.NOT_PLAIN, dataSet, null, true);
        });
        return new Found(code, definition, "", catalogue.withdrawnFrom(code), null);
    }
}
