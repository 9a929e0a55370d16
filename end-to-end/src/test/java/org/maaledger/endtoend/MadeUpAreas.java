package org.maaledger.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Areas that exist for a test only: the smallest thing that can be recorded, and be missing or doubled. */
final class MadeUpAreas {

    private MadeUpAreas() {}

    /** The body of a request that registers the area {@code code}. */
    static String body(String code) {
        return """
                {"area": "%s", "source": {"name": "made up for a test"},
                 "details": {"name": "A place", "level": "other", "parents": [], "constituents": [],
                             "formerCodes": [], "aliases": []}}""".formatted(code);
    }

    /** Where each area stands in the log, up to the position {@code last}, as {@code reader} is told by the feed. */
    static Map<String, Long> recorded(Client reader, long last) {
        Map<String, Long> recorded = new TreeMap<>();
        long after = 0;
        while (after < last) {
            JsonNode page = reader.getOnceReached("/v1/events?page-size=200&min-position=" + last + "&after=" + after)
                    .body();
            page.path("items")
                    .forEach(event -> recorded.put(
                            event.path("change").path("area").asText(),
                            event.path("position").asLong()));
            after = page.path("next").asLong();
        }
        return recorded;
    }
}
