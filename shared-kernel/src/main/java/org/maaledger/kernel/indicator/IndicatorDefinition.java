package org.maaledger.kernel.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.measure.Polarity;

/**
 * One version of what an indicator measures. A target stays bound to the version it was agreed on.
 *
 * @param version 1 for the first definition, one more for each later one
 * @param unit as the source writes it, such as {@code %} or {@code Rate per 100,000 population}
 * @param theme the theme or topic the indicator stands under in its source
 * @param decimals digits after the point in which values are shown, absent where the source does not say
 * @param titleVerified whether the title was found in a published document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorDefinition(
        int version,
        String title,
        String unit,
        Polarity polarity,
        @Nullable String theme,
        @Nullable Integer decimals,
        boolean titleVerified) {

    public IndicatorDefinition {
        Shape.line("indicator title", 600, title);
        Shape.line("unit", 200, unit);
        if (theme != null) {
            Shape.line("theme", 200, theme);
        }
        if (version < 1 || (decimals != null && (decimals < 0 || decimals > 12))) {
            throw new IllegalArgumentException(
                    "definition versions count from 1, and values are shown with 0 to 12 decimals");
        }
    }

    /** The same definition under another version number. */
    public IndicatorDefinition as(int otherVersion) {
        return new IndicatorDefinition(otherVersion, title, unit, polarity, theme, decimals, titleVerified);
    }
}
