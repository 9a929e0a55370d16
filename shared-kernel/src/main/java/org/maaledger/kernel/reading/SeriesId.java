package org.maaledger.kernel.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;

/**
 * The id of the series of readings of one indicator, in one area, for one group. It follows from these three, so that one reading
 * serves every target that uses it: {@code ni:154~E06000002~all}.
 */
public record SeriesId(IndicatorCode indicator, AreaCode area, GroupCode group) {

    /** The series that {@code text} writes as indicator, area and group with a tilde between them. */
    @JsonCreator
    public static SeriesId of(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "a series is written indicator~area~group, such as ni:154~E06000002~all");
        }
        return new SeriesId(new IndicatorCode(parts[0]), new AreaCode(parts[1]), new GroupCode(parts[2]));
    }

    @JsonValue
    @Override
    public String toString() {
        return indicator + "~" + area + "~" + group;
    }
}
