package org.maaledger.command.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRedefined;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.ReadingEvent;

/**
 * Given what happened, and Middlesbrough, Tees Valley and NI 154 in the registers: when a command, then events or a refusal. Each is
 * run against the pure state and through Axon's fixture.
 */
final class SeriesScene {

    private static final ActorId SOMEBODY = new ActorId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final SourceRef REGISTER = new SourceRef("a code list", null, null);
    private static final AreaCode MIDDLESBROUGH = new AreaCode("E06000002");
    private static final IndicatorCode NI_154 = new IndicatorCode("ni:154");

    private final List<LedgerEvent> before = new ArrayList<>();
    private final List<Dated> events = new ArrayList<>();
    private Actor actor = new Actor(SOMEBODY, new BodyId("statistics"), Office.DATA_PROVIDER);
    private LocalDate on = LocalDate.of(2010, 1, 15);

    private SeriesScene() {
        before.add(area(MIDDLESBROUGH, "Middlesbrough", AreaLevel.UNITARY, List.of()));
        before.add(area(
                new AreaCode("maa:tees-valley"),
                "Tees Valley",
                AreaLevel.MULTI_AREA,
                List.of(new AreaCode("E06000001"), MIDDLESBROUGH)));
        before.add(new IndicatorRegistered(
                NI_154,
                new IndicatorDefinition(
                        1, "Net additional homes provided", "number", Polarity.HIGHER_IS_BETTER, null, null, true),
                false,
                REGISTER));
    }

    static SeriesScene given(ReadingEvent... events) {
        return new SeriesScene().and(Homes.SAID_ON, events);
    }

    /** These events happened too, by acts of {@code day}. */
    SeriesScene and(LocalDate day, ReadingEvent... more) {
        for (ReadingEvent event : more) {
            events.add(new Dated(event, day));
        }
        return this;
    }

    private static AreaRegistered area(AreaCode code, String name, AreaLevel level, List<AreaCode> constituents) {
        return new AreaRegistered(
                code,
                new AreaDetails(name, level, null, null, List.of(), constituents, List.of(), List.of(), null, null),
                REGISTER);
    }

    SeriesScene withoutIndicator() {
        before.removeIf(event -> event instanceof IndicatorRegistered);
        return this;
    }

    SeriesScene indicatorWithdrawnFrom(LocalDate day) {
        before.add(new IndicatorWithdrawn(NI_154, day, REGISTER));
        return this;
    }

    /** Version 2 of the indicator's definition applies from {@code day} on. */
    SeriesScene redefinedFrom(LocalDate day) {
        IndicatorDefinition second = new IndicatorDefinition(
                2, "Net additional homes", "number", Polarity.HIGHER_IS_BETTER, null, null, true);
        before.add(new IndicatorRedefined(NI_154, second, day, REGISTER));
        return this;
    }

    SeriesScene withoutArea() {
        before.removeIf(
                event -> event instanceof AreaRegistered area && area.area().equals(MIDDLESBROUGH));
        return this;
    }

    SeriesScene on(LocalDate day) {
        on = day;
        return this;
    }

    SeriesScene by(Office office, String body) {
        actor = new Actor(SOMEBODY, new BodyId(body), office);
        return this;
    }

    Ending when(ReadingCommand command) {
        return new Ending(Scenario.given()
                .on("2008-01-01", before.toArray(LedgerEvent[]::new))
                .and(events)
                .when(command, actor, on.toString()));
    }

    /** What a command ends in. */
    record Ending(Scenario scenario) {

        void then(ReadingEvent... expected) {
            scenario.then(expected);
        }

        void refused(String code) {
            scenario.thenRefused(code);
        }
    }
}
