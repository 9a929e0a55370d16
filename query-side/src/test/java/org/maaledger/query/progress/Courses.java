package org.maaledger.query.progress;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;

/** A course from 50 through 60 and 70 to 80, tolerance a tenth, so 3; and readings to judge by it. */
final class Courses {

    static final LocalDate AGREED = LocalDate.of(2008, 6, 1);
    static final LocalDate LATER = LocalDate.of(2012, 1, 1);

    private Courses() {}

    static Milestone milestone(int year, String value) {
        return new Milestone(ReportingPeriod.financialYear(year), Quantity.of(value));
    }

    static Trajectory rising(int version, String last) {
        return new Trajectory(
                version,
                milestone(2007, "50"),
                List.of(milestone(2008, "60"), milestone(2009, "70"), milestone(2010, last)));
    }

    static Course course(Course.Version... versions) {
        return new Course(Polarity.HIGHER_IS_BETTER, 1, Quantity.of("0.1"), List.of(versions), null);
    }

    static Course course() {
        return course(new Course.Version(rising(1, "80"), AGREED));
    }

    static PeriodReading reading(ReportingPeriod period, String value) {
        return new PeriodReading(period, Vintage.FINAL, Observation.Measured.of(value), 1);
    }

    static PeriodReading reading(int year, String value) {
        return reading(ReportingPeriod.financialYear(year), value);
    }

    static Judgement judge(Course course, PeriodReading reading) {
        return Judging.of(course, reading, LATER);
    }
}
