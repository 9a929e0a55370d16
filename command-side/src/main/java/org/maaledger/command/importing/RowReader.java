package org.maaledger.command.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.IndicatorCells.Found;
import org.maaledger.command.importing.Mapping.Columns;
import org.maaledger.command.importing.PeriodCells.Dated;
import org.maaledger.command.reading.Figure;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;

/** Reads a row as the readings it states, telling every fault of every cell. */
final class RowReader {

    /** A character that a decoder puts in the place of bytes that are not UTF-8. */
    static final char NOT_UTF8 = '\uFFFD';

    private final Mapping mapping;
    private final AreaCells areas;
    private final IndicatorCells indicators;
    private final PeriodCells periods;
    private final FigureCells figures;
    private final LateReadings late;
    private final Map<String, String> values;
    private final List<String> mapped;
    private final Map<SeriesId, SeriesId> series = new HashMap<>();

    /** Takes what a row turns out to be. */
    interface Results {

        /** The row states this. */
        void stated(Fact fact);

        /** The row states a reading that cannot be taken; its first fault says under which rule it is counted. */
        void refused(ImportRule rule);

        /** A cell is faulty. */
        void fault(Fault fault);

        /** An indicator is named here, for the first time in this file. */
        void met(IndicatorCode indicator, IndicatorDefinition definition);
    }

    RowReader(Mapping mapping, AreaCells areas, IndicatorCells indicators, PeriodCells periods, LateReadings late) {
        this.mapping = mapping;
        this.areas = areas;
        this.indicators = indicators;
        this.periods = periods;
        this.late = late;
        this.figures = new FigureCells(mapping.figures(), mapping.columns());
        String value = mapping.columns().value();
        this.values = value == null ? mapping.values() : Map.of(value, "");
        this.mapped = Header.mapped(mapping);
    }

    /** The faults of one reading, of which the first counts. */
    private static final class Tally {
        private @Nullable ImportRule first;

        void count(ImportRule rule) {
            if (first == null) {
                first = rule;
            }
        }
    }

    /** How many readings a row states. */
    int readingsPerRow() {
        return values.size();
    }

    /** Reads a row. */
    void read(Row row, Results results) {
        Tally shared = new Tally();
        AreaCode area = areas.of(row, (rule, column, cell, message) -> {
            shared.count(rule);
            results.fault(
                    message == null
                            ? Fault.of(rule, row.line(), column, cell)
                            : Fault.of(rule, row.line(), column, cell, message));
        });
        GroupCode group = group(row, shared, results);
        for (String column : mapped) {
            String cell = row.cell(column);
            if (cell.indexOf(NOT_UTF8) >= 0) {
                fault(ImportRule.CELL_NOT_UTF8, row, column, cell, shared, results);
            } else if (isUnprintable(cell)) {
                fault(ImportRule.CELL_UNPRINTABLE, row, column, cell, shared, results);
            }
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            Found indicator = value.getValue().isEmpty() ? indicators.of(row) : indicators.of(value.getValue());
            readValue(row, value.getKey(), indicator, area, group, shared, results);
        }
    }

    /** Whether a cell holds control characters; lines and tabs are none here. */
    private static boolean isUnprintable(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char one = cell.charAt(i);
            if (one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                return true;
            }
        }
        return false;
    }

    private void readValue(
            Row row,
            String valueColumn,
            Found indicator,
            @Nullable AreaCode area,
            GroupCode group,
            Tally shared,
            Results results) {
        Tally own = new Tally();
        Columns columns = mapping.columns();
        if (indicator.broken() != null) {
            fault(indicator.broken(), row, columns.indicator(), row.cell(columns.indicator()), own, results);
        }
        Dated dated = null;
        if (indicator.broken() == null) {
            dated = periods.read(row.cell(columns.period()), indicator.yearKind());
            if (dated.broken() != null) {
                fault(dated.broken(), row, columns.period(), row.cell(columns.period()), own, results);
            } else if (isTooLate(indicator, dated, area, group)) {
                fault(ImportRule.INDICATOR_WITHDRAWN, row, columns.period(), row.cell(columns.period()), own, results);
            }
        }
        Observation observation =
                figures.read(row, valueColumn, (rule, column, cell) -> fault(rule, row, column, cell, own, results));
        ImportRule refusedBy = shared.first != null ? shared.first : own.first;
        if (refusedBy != null) {
            results.refused(refusedBy);
            return;
        }
        IndicatorCode code = Objects.requireNonNull(indicator.code());
        results.met(code, Objects.requireNonNull(indicator.definition()));
        SeriesId id = new SeriesId(code, Objects.requireNonNull(area), group);
        SeriesId known = series.putIfAbsent(id, id);
        Dated when = Objects.requireNonNull(dated);
        Figure figure =
                new Figure(Objects.requireNonNull(when.period()), when.vintage(), Objects.requireNonNull(observation));
        results.stated(new Fact(row.line(), known == null ? id : known, figure));
    }

    /** Whether its indicator was no longer collected when the period began, and nothing is on record of it from before that was known. */
    private boolean isTooLate(Found indicator, Dated dated, @Nullable AreaCode area, GroupCode group) {
        ReportingPeriod period = Objects.requireNonNull(dated.period());
        if (!indicator.withdrawnBy(period)) {
            return false;
        }
        IndicatorCode code = Objects.requireNonNull(indicator.code());
        return area == null || !late.hold(new SeriesId(code, area, group), period, dated.vintage());
    }

    private GroupCode group(Row row, Tally shared, Results results) {
        String cell = row.cell(mapping.columns().group());
        if (cell.isEmpty()) {
            return GroupCode.ALL;
        }
        try {
            return new GroupCode(cell);
        } catch (IllegalArgumentException e) {
            fault(ImportRule.GROUP_UNREADABLE, row, mapping.columns().group(), cell, shared, results);
            return GroupCode.ALL;
        }
    }

    private static void fault(
            ImportRule rule, Row row, @Nullable String column, String cell, Tally tally, Results results) {
        tally.count(rule);
        results.fault(Fault.of(rule, row.line(), column, cell));
    }
}
