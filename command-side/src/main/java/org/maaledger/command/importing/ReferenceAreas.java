package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.provenance.SourceRef;

/** The area register that the program ships. */
final class ReferenceAreas {

    static final String RESOURCE = "/reference/areas.csv";

    /**
     * A place.
     *
     * @param successors each successor with its first day
     */
    record ReferenceArea(AreaCode code, AreaDetails details, Map<AreaCode, LocalDate> successors, SourceRef source) {}

    private ReferenceAreas() {}

    /** All of them, in order of their codes. */
    static List<ReferenceArea> read() {
        List<ReferenceArea> all = new ArrayList<>(900);
        ReferenceTable.read(RESOURCE, row -> {
            Map<AreaCode, LocalDate> successors = new TreeMap<>();
            for (String successor : row.list("successors")) {
                int at = successor.indexOf('@');
                successors.put(new AreaCode(successor.substring(0, at)), LocalDate.parse(successor.substring(at + 1)));
            }
            String tier = row.cell("tier");
            String region = row.cell("region");
            AreaDetails details = new AreaDetails(
                    row.cell("name"),
                    AreaLevel.of(row.cell("level")),
                    tier.isEmpty() ? null : Tier.of(tier),
                    region.isEmpty() ? null : new AreaCode(region),
                    codes(row.list("parents")),
                    codes(row.list("constituents")),
                    row.list("former-codes"),
                    row.list("aliases"),
                    day(row.cell("valid-from")),
                    day(row.cell("valid-to")));
            all.add(new ReferenceArea(
                    new AreaCode(row.cell("code")),
                    details,
                    successors,
                    new SourceRef(row.cell("source"), null, null)));
        });
        return all;
    }

    private static List<AreaCode> codes(List<String> texts) {
        return texts.stream().map(AreaCode::new).toList();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
