package org.maaledger.kernel.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.Shape;

/**
 * Where a figure or an entry of reference data comes from.
 *
 * @param name the published data set, file or document, such as {@code ONS Explore local statistics: claimant-count}
 * @param version the edition or the day of the file, as its publisher states it
 * @param licence the licence it is published under, such as {@code OGL-3.0}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceRef(
        String name, @Nullable String version, @Nullable String licence) {

    public SourceRef {
        Shape.line("source name", 400, name);
        if (version != null) {
            Shape.line("source version", 80, version);
        }
        if (licence != null) {
            Shape.line("source licence", 80, licence);
        }
    }
}
