package org.maaledger.query.row;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;
import org.maaledger.log.Recent;

/** How the columns of projections are read back into the kernel's values. */
public final class RowReading {

    private static final Recent<BodyId> BODIES = new Recent<>(BodyId::new);
    private static final Recent<ReportingPeriod> PERIODS = new Recent<>(ReportingPeriod::of);
    private static final Recent<Quantity> QUANTITIES = new Recent<>(Quantity::of);

    private RowReading() {}

    /** A date. */
    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A date that may be absent. */
    public static @Nullable LocalDate optionalDate(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A whole number that may be absent. */
    public static @Nullable Integer optionalInteger(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** An array of texts. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }

    /** An array of bodies. */
    public static List<BodyId> bodies(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(BODIES::of).toList();
    }

    /** A reference to a text, which may be absent. */
    public static @Nullable TextRef optionalRef(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : new TextRef(value);
    }

    /** A trajectory. */
    public static Trajectory trajectory(ResultSet row) throws SQLException {
        List<String> periods = texts(row, "periods");
        List<String> values = texts(row, "milestone_values");
        List<Milestone> milestones = new ArrayList<>(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            milestones.add(milestone(periods.get(i), values.get(i)));
        }
        String period = row.getString("baseline_period");
        Milestone baseline = period == null ? null : milestone(period, row.getString("baseline_value"));
        return new Trajectory(row.getInt("version"), baseline, milestones);
    }

    /** A period and a value as they are stored. */
    public static Milestone milestone(String period, String value) {
        return new Milestone(period(period), quantity(value));
    }

    /** A period. */
    public static ReportingPeriod period(String stored) {
        return PERIODS.of(stored);
    }

    /** A value. */
    public static Quantity quantity(String stored) {
        return QUANTITIES.of(stored);
    }

    /** A body. */
    public static BodyId body(ResultSet row, String column) throws SQLException {
        return BODIES.of(row.getString(column));
    }
}
