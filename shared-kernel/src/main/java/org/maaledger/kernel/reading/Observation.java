package org.maaledger.kernel.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Quantity;

/** What a source says about one period: a figure, or that there is none and why. The two have no field in common. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Observation.Measured.class), @JsonSubTypes.Type(Observation.Missing.class)})
public sealed interface Observation {

    /**
     * A figure, in the unit of the indicator.
     *
     * @param lower lower limit of the 95% confidence interval
     * @param upper upper limit of the 95% confidence interval
     * @param lowReliability whether the source marks the figure as of low reliability ({@code u})
     * @param combinedAreas whether the source says that the figure describes the area together with another, as with Hackney and the
     *     City of London
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Measured(
            Quantity value,
            @Nullable Quantity lower,
            @Nullable Quantity upper,
            boolean lowReliability,
            boolean combinedAreas)
            implements Observation {
        public Measured {
            if (lower != null && upper != null && lower.compareTo(upper) > 0) {
                throw new IllegalArgumentException(
                        "the lower limit %s lies above the upper limit %s".formatted(lower, upper));
            }
        }

        /** A figure without limits. */
        public static Measured of(String value) {
            return new Measured(Quantity.of(value), null, null, false, false);
        }
    }

    /** No figure. */
    record Missing(MissingReason missing) implements Observation {}
}
