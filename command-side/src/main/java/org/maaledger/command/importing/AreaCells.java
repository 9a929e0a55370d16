package org.maaledger.command.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.FigureCells.Faults;
import org.maaledger.command.importing.Mapping.AreaRules;
import org.maaledger.command.importing.Mapping.Columns;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;

/** Finds the area of a row: by its code, by which the register also grows, or by its name. */
final class AreaCells {

    /** What a code or name means, or the rule it breaks. */
    private record Found(@Nullable AreaCode code, @Nullable ImportRule broken) {}

    /** What is looked up once; there are not so many places. */
    private static final int KNOWN_MAX = 50_000;

    private static final int CELL_CHARACTERS_MAX = 200;

    private final AreaRules rules;
    private final Columns columns;
    private final AreaBook book;
    private final Map<String, Found> known = new HashMap<>();

    AreaCells(Mapping mapping, AreaBook book) {
        this.rules = mapping.areas();
        this.columns = mapping.columns();
        this.book = book;
    }

    /** The area; null, after telling the fault, if none can be found. */
    @Nullable AreaCode of(Row row, Faults faults, RowReader.Results results) {
        String column = columns.areaCode() == null ? columns.areaName() : columns.areaCode();
        String cell = row.cell(column);
        Found found = known.get(cell);
        if (found == null) {
            found = columns.areaCode() == null ? named(cell) : coded(row, cell, results);
            if (known.size() < KNOWN_MAX && cell.length() <= CELL_CHARACTERS_MAX) {
                known.put(cell, found);
            }
        }
        if (found.broken() != null) {
            String faulty = found.broken() == ImportRule.AREA_LEVEL_UNKNOWN ? columns.areaLevel() : column;
            faults.found(found.broken(), faulty, row.cell(faulty));
        }
        return found.code();
    }

    private Found named(String name) {
        List<AreaCode> meant = book.named(name, rules);
        return switch (meant.size()) {
            case 0 -> new Found(null, ImportRule.AREA_NAME_UNKNOWN);
            case 1 -> new Found(meant.getFirst(), null);
            default -> new Found(null, ImportRule.AREA_NAME_AMBIGUOUS);
        };
    }

    /** An area of the register, or one that enters it as the row describes it. */
    private Found coded(Row row, String text, RowReader.Results results) {
        try {
            AreaCode code = new AreaCode(text);
            if (!book.holds(code)) {
                AreaLevel level = level(text, row.cell(columns.areaLevel()));
                if (level == null) {
                    return new Found(null, ImportRule.AREA_LEVEL_UNKNOWN);
                }
                AreaDetails details = new AreaDetails(
                        row.cell(columns.areaName()),
                        level,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null);
                book.enter(code, details);
                results.met(code, details);
            }
            return new Found(code, null);
        } catch (IllegalArgumentException e) {
            return new Found(null, ImportRule.AREA_CODE);
        }
    }

    private @Nullable AreaLevel level(String code, String level) {
        for (Map.Entry<String, AreaLevel> prefix : rules.codes().entrySet()) {
            if (code.startsWith(prefix.getKey())) {
                return prefix.getValue();
            }
        }
        return rules.levels().get(level);
    }
}
