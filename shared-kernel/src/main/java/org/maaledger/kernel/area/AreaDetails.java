package org.maaledger.kernel.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.Shape;

/**
 * What is known of a place.
 *
 * @param tier the tier of its local authority, absent where the place has none
 * @param region the Government Office region it lies in
 * @param parents the places it is part of: its county, its combined authority, its country
 * @param constituents the places that make it up, for a multi-area or a combined authority
 * @param formerCodes other and earlier codes of the same place, such as the ONS code of 2009
 * @param aliases other names that sources use for it
 * @param validFrom the first day it existed, absent where it is not known
 * @param validTo the last day it existed, absent while it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AreaDetails(
        String name,
        AreaLevel level,
        @Nullable Tier tier,
        @Nullable AreaCode region,
        List<AreaCode> parents,
        List<AreaCode> constituents,
        List<String> formerCodes,
        List<String> aliases,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public AreaDetails {
        Shape.line("area name", 200, name);
        parents = Shape.distinct("parents", 0, 20, parents);
        constituents = Shape.distinct("constituents", 0, 400, constituents);
        formerCodes = Shape.distinct("former codes", 0, 40, formerCodes);
        aliases = Shape.distinct("aliases", 0, 40, aliases);
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "an area cannot end on %s before it began on %s".formatted(validTo, validFrom));
        }
    }
}
