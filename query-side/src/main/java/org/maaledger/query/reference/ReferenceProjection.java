package org.maaledger.query.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.query.projection.Fact;
import org.maaledger.query.projection.Projector;
import org.maaledger.query.projection.Rows;
import org.maaledger.query.projection.Table;
import org.springframework.stereotype.Component;

/** Areas and indicators, with what each was said to be before. */
@Component
final class ReferenceProjection implements Projector {

    static final String NAME = "reference";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(AreaEvent.class, IndicatorEvent.class);
    }

    @Override
    public List<Table> tables() {
        return ReferenceTables.ALL;
    }

    @Override
    public void apply(Fact fact, Rows rows) {
        switch (fact.event()) {
            case AreaEvent event -> {
                area(event, rows);
                rows.put(ReferenceTables.STREAM_VERSION, fact.stream(), fact.sequence() + 1);
            }
            case IndicatorEvent event -> {
                indicator(event, rows);
                rows.put(ReferenceTables.STREAM_VERSION, fact.stream(), fact.sequence() + 1);
            }
            case AgreementEvent event -> {
                // Agreements name areas; they say nothing about them.
            }
            case TargetEvent event -> {
                // Targets name indicators; they say nothing about them.
            }
            case ReadingEvent event -> {
                // Readings name both; they say nothing about either.
            }
        }
    }

    private static void area(AreaEvent event, Rows rows) {
        switch (event) {
            case AreaEvent.AreaRegistered registered ->
                details(rows, registered.area(), registered.details(), registered.source());
            case AreaEvent.AreaDetailsRevised revised ->
                details(rows, revised.area(), revised.details(), revised.source());
            case AreaEvent.AreaSucceeded succeeded ->
                rows.put(
                        ReferenceTables.SUCCESSION,
                        succeeded.area() + "~" + succeeded.by(),
                        succeeded.area(),
                        succeeded.by(),
                        succeeded.on());
        }
    }

    private static void details(Rows rows, AreaCode area, AreaDetails details, SourceRef source) {
        rows.put(
                ReferenceTables.AREA,
                area.value(),
                details.name(),
                details.level(),
                details.tier(),
                details.region(),
                details.parents(),
                details.constituents(),
                details.formerCodes(),
                details.aliases(),
                details.validFrom(),
                details.validTo(),
                source.name(),
                source.version(),
                source.licence());
    }

    private static void indicator(IndicatorEvent event, Rows rows) {
        switch (event) {
            case IndicatorEvent.IndicatorRegistered registered -> {
                rows.put(ReferenceTables.INDICATOR, registered.indicator().value(), registered.statutory());
                definition(rows, registered.indicator(), registered.definition(), null, registered.source());
            }
            case IndicatorEvent.IndicatorRedefined redefined ->
                definition(rows, redefined.indicator(), redefined.definition(), redefined.from(), redefined.source());
            case IndicatorEvent.IndicatorWithdrawn withdrawn ->
                rows.put(ReferenceTables.WITHDRAWAL, withdrawn.indicator().value(), withdrawn.from());
        }
    }

    private static void definition(
            Rows rows,
            IndicatorCode indicator,
            IndicatorDefinition definition,
            @Nullable LocalDate from,
            SourceRef source) {
        rows.put(
                ReferenceTables.DEFINITION,
                indicator + "~" + definition.version(),
                indicator,
                definition.version(),
                definition.title(),
                definition.unit(),
                definition.polarity(),
                definition.theme(),
                definition.decimals(),
                definition.titleVerified(),
                from,
                source.name(),
                source.version(),
                source.licence());
    }
}
