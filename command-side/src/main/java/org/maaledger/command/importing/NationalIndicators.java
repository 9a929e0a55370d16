package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.SourceRef;

/** The list of National Indicators that the program ships. */
final class NationalIndicators {

    static final String RESOURCE = "/reference/national-indicators.csv";

    /**
     * A National Indicator.
     *
     * @param inFinalSet whether it is one of the 198
     */
    record NationalIndicator(
            String number,
            IndicatorCode code,
            IndicatorDefinition definition,
            boolean statutory,
            boolean inFinalSet,
            SourceRef source) {}

    private NationalIndicators() {}

    /** All of them, in order of their numbers. */
    static List<NationalIndicator> read() {
        List<NationalIndicator> all = new ArrayList<>(200);
        ReferenceTable.read(RESOURCE, row -> {
            String provenance = row.cell("provenance");
            all.add(new NationalIndicator(
                    row.cell("number"),
                    new IndicatorCode("ni:" + row.cell("number")),
                    new IndicatorDefinition(
                            1,
                            row.cell("title").strip(),
                            row.cell("unit").strip(),
                            Polarity.of(row.cell("polarity")
                                    .toLowerCase(Locale.ROOT)
                                    .replace(' ', '-')),
                            row.cell("theme").strip(),
                            null,
                            provenance.equals("found")),
                    row.cell("statutory").equals("yes"),
                    row.cell("in_final_set").equals("yes"),
                    new SourceRef(source(row.cell("source")), null, null)));
        });
        return all;
    }

    private static String source(String where) {
        return where.length() <= 400 ? where : where.substring(0, 397) + "...";
    }
}
