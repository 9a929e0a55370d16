package org.maaledger.command.importing;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.Mapping.Caveat;
import org.maaledger.command.importing.Mapping.Columns;
import org.maaledger.command.importing.Mapping.FigureRules;
import org.maaledger.command.importing.Mapping.Status;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;

/** Reads value, limits and status of a row. */
final class FigureCells {

    /** Longer than any number within the bounds of a quantity, in whatever notation. */
    private static final int NUMBER_CHARACTERS_MAX = 60;

    /** Plain or scientific: spreadsheets write {@code 3.60E-05}. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private final FigureRules rules;
    private final Columns columns;

    FigureCells(FigureRules rules, Columns columns) {
        this.rules = rules;
        this.columns = columns;
    }

    /** Takes faults of cells: the rule, and the column it is about with what stands there. */
    interface Faults {
        void found(ImportRule rule, @Nullable String column, String cell);
    }

    /** What the cells say; null, after telling every fault, if they are faulty. */
    @Nullable Observation read(Row row, String valueColumn, Faults faults) {
        String value = row.cell(valueColumn);
        Status status = null;
        String statusCell = row.cell(columns.status());
        if (!statusCell.isEmpty()) {
            status = rules.statuses().get(statusCell);
            if (status == null) {
                faults.found(ImportRule.STATUS_UNKNOWN, columns.status(), statusCell);
            }
        }
        MissingReason missing = rules.missing().get(value);
        if (missing != null) {
            boolean unknownStatus = status == null && !statusCell.isEmpty();
            return unknownStatus
                    ? null
                    : new Observation.Missing(status != null && status.missing() != null ? status.missing() : missing);
        }
        if (status != null && status.caveat() == null) {
            faults.found(ImportRule.STATUS_CONTRADICTS_VALUE, columns.status(), statusCell);
            status = null;
        }
        return measured(row, valueColumn, status, faults);
    }

    private @Nullable Observation measured(Row row, String valueColumn, @Nullable Status status, Faults faults) {
        Quantity value = number(
                row.cell(valueColumn),
                ImportRule.VALUE_UNREADABLE,
                (rule, cell) -> faults.found(rule, valueColumn, cell));
        String lowerCell = row.cell(columns.lower());
        String upperCell = row.cell(columns.upper());
        Quantity lower = limit(lowerCell, columns.lower(), faults);
        Quantity upper = limit(upperCell, columns.upper(), faults);
        if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            faults.found(ImportRule.LIMITS_REVERSED, columns.lower(), lowerCell);
            return null;
        }
        boolean faulty = value == null
                || (lower == null && !lowerCell.isEmpty())
                || (upper == null && !upperCell.isEmpty())
                || (status == null && !row.cell(columns.status()).isEmpty());
        if (faulty || value == null) {
            return null;
        }
        Caveat caveat = status == null ? null : status.caveat();
        return new Observation.Measured(
                value, lower, upper, caveat == Caveat.LOW_RELIABILITY, caveat == Caveat.COMBINED_AREAS);
    }

    private static @Nullable Quantity limit(String cell, @Nullable String column, Faults faults) {
        return cell.isEmpty()
                ? null
                : number(cell, ImportRule.LIMIT_UNREADABLE, (rule, text) -> faults.found(rule, column, text));
    }

    private static @Nullable Quantity number(String cell, ImportRule rule, BiConsumer<ImportRule, String> fault) {
        if (cell.length() > NUMBER_CHARACTERS_MAX || !NUMBER.matcher(cell).matches()) {
            fault.accept(rule, cell);
            return null;
        }
        try {
            return new Quantity(new BigDecimal(cell));
        } catch (IllegalArgumentException e) {
            fault.accept(ImportRule.VALUE_OUT_OF_BOUNDS, cell);
            return null;
        }
    }
}
