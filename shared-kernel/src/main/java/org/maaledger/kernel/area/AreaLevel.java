package org.maaledger.kernel.area;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** The level of a place in the geographies of government and statistics. */
public enum AreaLevel {
    COUNTRY,
    REGION,
    /** International Territorial Level 1, 2 or 3, the statistical geography that replaced NUTS in 2021. */
    INTERNATIONAL_TERRITORIAL_LEVEL,
    /** A combined authority, or a city region that is treated like one in statistics. */
    COMBINED_AUTHORITY,
    COUNTY,
    UNITARY,
    METROPOLITAN_DISTRICT,
    LONDON_BOROUGH,
    NON_METROPOLITAN_DISTRICT,
    /** A multi-area agreement's own area: the areas of its members, which need not touch. */
    MULTI_AREA,
    /** Below the district: a ward, a neighbourhood. */
    NEIGHBOURHOOD,
    /** A place of a source that fits none of the above. */
    OTHER;

    @JsonCreator
    public static AreaLevel of(String text) {
        return Shape.fromKebab(AreaLevel.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
