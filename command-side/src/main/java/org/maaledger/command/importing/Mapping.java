package org.maaledger.command.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Vintage;

/**
 * How the files of one source are to be read: data, one resource file for each source.
 *
 * @param name the name by which it is chosen
 * @param title the data set, as its publisher calls it
 * @param licence what its figures are published under
 * @param columns the headers of the columns, in whatever order the file has them
 * @param values for a wide file, the header of each column of values, with the code of the indicator it holds; otherwise empty
 */
public record Mapping(
        String name,
        String title,
        String licence,
        Columns columns,
        Map<String, String> values,
        AreaRules areas,
        PeriodRules periods,
        FigureRules figures,
        IndicatorRules indicators) {

    public Mapping {
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** Headers; absent for what the file does not have. */
    public record Columns(
            @Nullable String areaCode,
            @Nullable String areaName,
            @Nullable String areaLevel,
            @Nullable String indicator,
            @Nullable String measure,
            @Nullable String unit,
            @Nullable String group,
            @Nullable String period,
            @Nullable String value,
            @Nullable String lower,
            @Nullable String upper,
            @Nullable String status) {}

    /**
     * How areas are found.
     *
     * @param levels what the column of levels calls each level; a file with such a column makes the register grow
     * @param codes the level of an area whose code begins so, where the column of levels is less exact
     * @param prefer where names are looked up: the level whose area is meant if areas of several levels have the same name
     * @param suffixes what names may end in, and the level that this says
     * @param validOn the day on which an area must have existed to be meant by its name; absent for today's areas
     * @param names names of this source alone, with the code that is meant
     */
    public record AreaRules(
            Map<String, AreaLevel> levels,
            Map<String, AreaLevel> codes,
            List<AreaLevel> prefer,
            Map<String, AreaLevel> suffixes,
            @Nullable LocalDate validOn,
            Map<String, String> names) {
        public AreaRules {
            levels = levels == null ? Map.of() : Map.copyOf(levels);
            codes = codes == null ? Map.of() : Map.copyOf(codes);
            prefer = prefer == null ? List.of() : List.copyOf(prefer);
            suffixes = suffixes == null ? Map.of() : Map.copyOf(suffixes);
            names = names == null ? Map.of() : Map.copyOf(names);
        }
    }

    /**
     * How periods are written.
     *
     * @param fixed the period of every row, for a file that names none
     * @param years the kinds of year that the dictionary names, for files that label periods by years; otherwise periods are ISO 8601
     * @param vintages what labels may end in, and the vintage that this says
     */
    public record PeriodRules(@Nullable String fixed, Map<String, YearKind> years, Map<String, Vintage> vintages) {
        public PeriodRules {
            years = years == null ? Map.of() : Map.copyOf(years);
            vintages = vintages == null ? Map.of() : Map.copyOf(vintages);
        }
    }

    /**
     * A kind of year.
     *
     * @param begins month and day on which it begins, or of the single date it means, such as {@code 09-01}
     * @param months its length; 0 for a single date
     * @param namedByItsEnd whether a single year such as 2023 names the year that ends in 2023
     */
    public record YearKind(String begins, int months, boolean namedByItsEnd) {
        public YearKind {
            Objects.requireNonNull(begins);
        }
    }

    /**
     * How figures are written.
     *
     * @param missing what a cell without a figure holds, and the reason that this says
     */
    public record FigureRules(Map<String, MissingReason> missing, Map<String, Status> statuses) {
        public FigureRules {
            missing = missing == null ? Map.of() : Map.copyOf(missing);
            statuses = statuses == null ? Map.of() : Map.copyOf(statuses);
        }
    }

    /**
     * What a status says.
     *
     * @param missing why there is no figure, absent if the status does not say that there is none
     * @param caveat what holds for the figure, absent if the status cannot stand beside one
     */
    public record Status(
            @Nullable MissingReason missing, @Nullable Caveat caveat) {}

    /** What may hold for a figure. */
    public enum Caveat {
        @JsonProperty("low-reliability")
        LOW_RELIABILITY,
        @JsonProperty("combined-areas")
        COMBINED_AREAS
    }

    /**
     * How indicators are found.
     *
     * @param prefix of the codes of indicators, such as {@code ons}
     * @param dictionary the resource that lists them
     * @param grows whether an indicator that the dictionary lacks is registered as the file describes it
     */
    public record IndicatorRules(String prefix, String dictionary, boolean grows) {}
}
