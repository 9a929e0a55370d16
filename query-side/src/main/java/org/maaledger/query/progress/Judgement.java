package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;

/**
 * How one period stands, with everything that led to it.
 *
 * @param ground why it is too early or not judged; absent where it is judged
 * @param trajectoryVersion the version of the trajectory that was in force for the period, absent where none was
 * @param expected the value the trajectory expects by the period's last day
 * @param actual the figure on record
 * @param arithmetic the steps in their order; the last decides
 * @param words the judgement as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Judgement(
        ReportingPeriod period,
        Standing standing,
        @Nullable Ground ground,
        @Nullable Integer trajectoryVersion,
        @Nullable Quantity expected,
        @Nullable Quantity actual,
        List<Step> arithmetic,
        String words) {

    public Judgement {
        arithmetic = List.copyOf(arithmetic);
    }

    /** Whether the period was judged on, amber or off. */
    public boolean decided() {
        return ground == null;
    }
}
