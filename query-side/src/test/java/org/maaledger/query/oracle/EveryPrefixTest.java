package org.maaledger.query.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.progress.Progress;
import org.maaledger.query.reference.Areas;
import org.maaledger.query.reference.Indicators;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;

/**
 * Aim: as-of tells what was known, at whatever position. Method: a story of every kind of event; at each of its prefixes everything
 * that the tables answer is compared with a plain fold of that prefix, and for some day with a fold of what is dated by it.
 */
class EveryPrefixTest {

    private static final Paged ALL = new Paged("", 500);

    @Test
    void as_of_at_every_prefix_equals_the_fold_of_that_prefix() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(11, 220));
            ledger.await();
            RegisterFold fold = new RegisterFold();
            Random random = new Random(3);
            Map<String, String> readings = new TreeMap<>();
            Map<String, String> areas = new TreeMap<>();
            Map<String, Integer> definitions = new TreeMap<>();
            for (StoredEvent event : ledger.database().reader().after(0, 10_000)) {
                fold.add(event);
                reading(event, readings);
                reference(event, areas, definitions);
                Asked asked = Asked.asOf(event.position());
                registers(ledger, asked, fold);
                LocalDate day = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(1300));
                registers(ledger, new Asked(asked.asOf(), day, 0), fold.on(day));
                assertThat(readings(ledger, asked)).as("as of %s", event).isEqualTo(readings);
                assertThat(areas(ledger, asked)).as("as of %s", event).isEqualTo(areas);
                assertThat(definitions(ledger, asked)).as("as of %s", event).isEqualTo(definitions);
            }
        }
    }

    private static void registers(QueryLedger ledger, Asked asked, RegisterFold fold) {
        Register register = ledger.part(Register.class);
        Map<AgreementId, String> agreements = new LinkedHashMap<>();
        register.agreements(asked, ALL, Things.INSPECTOR)
                .content()
                .items()
                .forEach(entry -> agreements.put(entry.id(), AsTold.of(entry)));
        assertThat(agreements).as("as of %s", asked).isEqualTo(fold.agreements());
        for (AgreementId id : agreements.keySet()) {
            Map<TargetId, String> targets = new LinkedHashMap<>();
            register.targets(asked, id, ALL, Things.INSPECTOR)
                    .content()
                    .items()
                    .forEach(entry -> targets.put(entry.id(), AsTold.of(entry)));
            assertThat(targets).as("as of %s", asked).isEqualTo(fold.targets(id));
        }
    }

    private static void reading(StoredEvent event, Map<String, String> readings) {
        if (event.payload() instanceof ReadingEvent.ReadingRecorded one) {
            readings.put(
                    one.series() + "~" + one.period() + "~" + one.vintage(),
                    one.observation() + " " + event.sequence());
        } else if (event.payload() instanceof ReadingEvent.ReadingCorrected one) {
            readings.put(
                    one.series() + "~" + one.period() + "~" + one.vintage(),
                    one.observation() + " " + event.sequence());
        }
    }

    private static Map<String, String> readings(QueryLedger ledger, Asked asked) {
        Map<String, String> readings = new TreeMap<>();
        ledger.part(Progress.class)
                .readings(asked, "ni:", ALL)
                .content()
                .items()
                .forEach(one -> readings.put(
                        one.series() + "~" + one.period() + "~" + one.vintage(),
                        one.observation() + " " + one.sequence()));
        return readings;
    }

    private static void reference(StoredEvent event, Map<String, String> areas, Map<String, Integer> definitions) {
        if (event.payload() instanceof AreaEvent.AreaRegistered one) {
            areas.put(one.area().value(), one.details() + " []");
        } else if (event.payload() instanceof AreaEvent.AreaDetailsRevised one) {
            String before = areas.getOrDefault(one.area().value(), " []");
            areas.put(one.area().value(), one.details() + before.substring(before.lastIndexOf(" [")));
        } else if (event.payload() instanceof AreaEvent.AreaSucceeded one) {
            areas.merge(one.area().value(), "", (before, none) -> before.replace(" []", " [" + one.by() + "]"));
        } else if (event.payload() instanceof IndicatorEvent.IndicatorRegistered one) {
            definitions.put(one.indicator().value(), 1);
        } else if (event.payload() instanceof IndicatorEvent.IndicatorRedefined one) {
            definitions.merge(one.indicator().value(), 1, Integer::sum);
        } else if (event.payload() instanceof IndicatorEvent.IndicatorWithdrawn one) {
            // Stands in the map as well: a withdrawn one is told with its definitions as a negative number.
            definitions.merge(one.indicator().value(), 0, (defined, none) -> -Math.abs(defined));
        }
    }

    private static Map<String, String> areas(QueryLedger ledger, Asked asked) {
        Map<String, String> areas = new TreeMap<>();
        ledger.part(Areas.class)
                .list(asked, new Areas.Wanted(null, null), ALL)
                .content()
                .items()
                .forEach(entry -> areas.put(
                        entry.code().value(),
                        entry.details() + " "
                                + entry.succeededBy().stream()
                                        .map(Areas.Succession::by)
                                        .toList()));
        return areas;
    }

    private static Map<String, Integer> definitions(QueryLedger ledger, Asked asked) {
        Map<String, Integer> definitions = new TreeMap<>();
        List<Indicators.Entry> entries =
                ledger.part(Indicators.class).list(asked, "", ALL).content().items();
        entries.forEach(entry -> definitions.put(
                entry.code().value(),
                entry.withdrawnFrom() == null
                        ? entry.definitions().size()
                        : -entry.definitions().size()));
        return definitions;
    }
}
