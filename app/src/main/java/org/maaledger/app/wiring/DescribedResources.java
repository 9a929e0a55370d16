package org.maaledger.app.wiring;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Puts each operation under the resource that its address names. */
final class DescribedResources implements OpenApiCustomizer {

    /** A resource, and the addresses that begin with its own. */
    private record Resource(String name, String description, Pattern addresses) {

        static Resource of(String name, String description, String beginning) {
            return new Resource(name, description, Pattern.compile("(?:" + beginning + ")(?:/.*)?"));
        }

        Tag tag() {
            return new Tag().name(name).description(description);
        }
    }

    /** In the order in which somebody new would read of them. */
    private static final List<Resource> ALL = List.of(
            Resource.of(
                    "Agreements",
                    "Who promises what to whom: parties, signature, progress, history, comparison of two moments",
                    "/v1/agreements(?!/[^/]+/targets)"),
            Resource.of(
                    "Targets",
                    "From offer and consent to trajectory, designation, progress and renegotiation",
                    "/v1/agreements/[^/]+/targets|/v1/targets"),
            Resource.of("Readings", "What was measured, with every correction", "/v1/readings"),
            Resource.of("Areas", "The register of places", "/v1/areas"),
            Resource.of("Indicators", "The catalogue of what is measured", "/v1/indicators"),
            Resource.of("Imports", "Readings and reference data from files as they are published", "/v1/imports"),
            Resource.of("Events", "Every change after a position: pages, CSV, or a stream without end", "/v1/events"),
            Resource.of(
                    "Projections",
                    "How the tables behind the answers stand, and what an operator does about it",
                    "/v1/projections|/v1/dead-letters"),
            Resource.of("Problems", "What each code of a refusal means", "/problems"));

    @Override
    public void customise(OpenAPI api) {
        api.setTags(ALL.stream().map(Resource::tag).toList());
        api.getPaths().forEach((path, item) -> {
            List<String> resource = List.of(named(path));
            item.readOperations().forEach(operation -> operation.setTags(resource));
        });
    }

    private static String named(String path) {
        return ALL.stream()
                .filter(resource -> resource.addresses().matcher(path).matches())
                .map(Resource::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no resource of the description has the address " + path));
    }
}
