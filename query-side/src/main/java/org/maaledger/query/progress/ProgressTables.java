package org.maaledger.query.progress;

import java.util.List;
import org.maaledger.query.projection.Table;

/** The tables of progress; {@code db/query/progress.sql} says what their columns are. */
final class ProgressTables {

    static final Table TOLERANCE = Table.of("tolerance", "agreement", "amber_tolerance");
    static final Table COURSE =
            Table.of("course", "target", "agreement", "series", "definition_version", "unit", "polarity");
    static final Table TRAJECTORY = Table.of(
            "trajectory", "target", "version", "baseline_period", "baseline_value", "periods", "milestone_values");
    static final Table WITHDRAWAL = Table.of("withdrawal", "target");
    static final Table SERIES = Table.of("series", "indicator", "area", "group_code", "definition_version", "unit");
    static final Table READING = Table.of(
            "reading",
            "period",
            "period_end",
            "vintage",
            "value",
            "lower",
            "upper",
            "low_reliability",
            "combined_areas",
            "missing",
            "sequence",
            "corrects",
            "ground",
            "source_name",
            "source_version",
            "source_licence",
            "own_definition_version");

    static final List<Table> ALL = List.of(TOLERANCE, COURSE, TRAJECTORY, WITHDRAWAL, SERIES, READING);

    private ProgressTables() {}
}
