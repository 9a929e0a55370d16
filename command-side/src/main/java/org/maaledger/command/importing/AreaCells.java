package org.maaledger.command.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.Mapping.AreaRules;
import org.maaledger.command.importing.Mapping.Columns;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaLevel;

/** Finds the area of a row: by its code, by which the register also grows, or by its name. */
final class AreaCells {

    /** How a row names its area; no code where the mapping has none. */
    private record Called(String code, String name) {
        int length() {
            return code.length() + name.length();
        }
    }

    /** What is meant, or the rule that is broken, with what is known of this case. */
    private record Found(
            @Nullable AreaCode code,
            @Nullable ImportRule broken,
            @Nullable String message) {

        static Found broken(ImportRule rule) {
            return new Found(null, rule, null);
        }
    }

    /** Takes a fault of a cell: the rule, the column, what stands there, and what is known of this case. */
    interface Faults {
        void found(ImportRule rule, @Nullable String column, String cell, @Nullable String message);
    }

    /** What is looked up once; there are not so many places. */
    private static final int KNOWN_MAX = 50_000;

    private static final int CELLS_CHARACTERS_MAX = 300;

    private final AreaRules rules;
    private final Columns columns;
    private final AreaBook book;
    private final NewPlaces places;
    private final Map<Called, Found> known = new HashMap<>();

    /** @param places takes the areas that the book lacks */
    AreaCells(Mapping mapping, AreaBook book, NewPlaces places) {
        this.rules = mapping.areas();
        this.columns = mapping.columns();
        this.book = book;
        this.places = places;
    }

    /** The area; null, after telling the fault, if none can be found. */
    @Nullable AreaCode of(Row row, Faults faults) {
        Called called = new Called(row.cell(columns.areaCode()), row.cell(columns.areaName()));
        Found found = known.get(called);
        if (found == null) {
            found = columns.areaCode() == null ? remembered(called, named(called.name())) : coded(row, called);
        }
        if (found.broken() != null) {
            String faulty = column(found.broken());
            faults.found(found.broken(), faulty, row.cell(faulty), found.message());
        }
        return found.code();
    }

    private Found remembered(Called called, Found found) {
        if (known.size() < KNOWN_MAX && called.length() <= CELLS_CHARACTERS_MAX) {
            known.put(called, found);
        }
        return found;
    }

    private @Nullable String column(ImportRule broken) {
        if (broken == ImportRule.AREA_LEVEL_UNKNOWN) {
            return columns.areaLevel();
        }
        return broken == ImportRule.AREA_CODE ? columns.areaCode() : columns.areaName();
    }

    private Found named(String name) {
        List<AreaCode> meant = book.named(name, rules);
        return switch (meant.size()) {
            case 0 -> Found.broken(ImportRule.AREA_NAME_UNKNOWN);
            case 1 -> new Found(meant.getFirst(), null, null);
            default -> Found.broken(ImportRule.AREA_NAME_AMBIGUOUS);
        };
    }

    private Found coded(Row row, Called called) {
        AreaCode code;
        try {
            code = new AreaCode(called.code());
        } catch (IllegalArgumentException e) {
            return remembered(called, Found.broken(ImportRule.AREA_CODE));
        }
        return book.holds(code) ? remembered(called, agreed(code, called.name())) : entered(code, called.name(), row);
    }

    /**
     * An area that enters the register, as its rows describe it. Not remembered: a later row may contradict this one. A name that
     * cannot be read says nothing, and its row is refused for that.
     */
    private Found entered(AreaCode code, String name, Row row) {
        AreaLevel level = level(code.value(), row.cell(columns.areaLevel()));
        if (level == null) {
            return Found.broken(ImportRule.AREA_LEVEL_UNKNOWN);
        }
        if (name.indexOf(RowReader.NOT_UTF8) >= 0) {
            return new Found(code, null, null);
        }
        String refused = places.refuses(code, name, level, row.line());
        return refused == null ? new Found(code, null, null) : new Found(null, ImportRule.NEW_AREA_NAMES, refused);
    }

    /** Of a row whose code and name mean different places nobody knows whose figure it is. A name that cannot be read says nothing. */
    private Found agreed(AreaCode code, String name) {
        if (name.isBlank() || name.indexOf(RowReader.NOT_UTF8) >= 0 || book.isCalled(code, name)) {
            return new Found(code, null, null);
        }
        return new Found(
                null, ImportRule.AREA_NAME_OTHER, "the area register calls %s %s".formatted(code, book.name(code)));
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
