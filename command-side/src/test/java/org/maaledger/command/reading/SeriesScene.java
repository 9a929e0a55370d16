package org.maaledger.command.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.Area;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.indicator.Indicator;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.reading.ReadingEvent;

/** Given what happened, and Middlesbrough, Tees Valley and NI 154 in the registers: when a command, then events or a refusal. */
final class SeriesScene {

    private static final ActorId SOMEBODY = new ActorId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

    private ReadingSeries state;
    private final Map<String, Object> registers = new HashMap<>();
    private Act act =
            new Act(new Actor(SOMEBODY, new BodyId("statistics"), Office.DATA_PROVIDER), LocalDate.of(2010, 1, 15));

    private SeriesScene(ReadingSeries state) {
        this.state = state;
        registers.put("area:E06000002", area("Middlesbrough", AreaLevel.UNITARY, List.of()));
        registers.put(
                "area:maa:tees-valley",
                area(
                        "Tees Valley",
                        AreaLevel.MULTI_AREA,
                        List.of(new AreaCode("E06000001"), new AreaCode("E06000002"))));
        indicator(null);
    }

    static SeriesScene given(ReadingEvent... events) {
        ReadingSeries state = ReadingSeries.UNOPENED;
        for (ReadingEvent event : events) {
            state = state.evolve(event);
        }
        return new SeriesScene(state);
    }

    private static Area area(String name, AreaLevel level, List<AreaCode> constituents) {
        return new Area.Registered(
                new AreaDetails(name, level, null, null, List.of(), constituents, List.of(), List.of(), null, null),
                Map.of());
    }

    private void indicator(@Nullable LocalDate withdrawnFrom) {
        IndicatorDefinition definition = new IndicatorDefinition(
                1, "Net additional homes provided", "number", Polarity.HIGHER_IS_BETTER, null, null, true);
        registers.put("indicator:ni:154", new Indicator.Registered(definition, false, withdrawnFrom));
    }

    SeriesScene withoutIndicator() {
        registers.remove("indicator:ni:154");
        return this;
    }

    SeriesScene indicatorWithdrawnFrom(LocalDate day) {
        indicator(day);
        return this;
    }

    SeriesScene withoutArea() {
        registers.remove("area:E06000002");
        return this;
    }

    SeriesScene on(LocalDate day) {
        act = new Act(act.actor(), day);
        return this;
    }

    SeriesScene by(Office office, String body) {
        act = new Act(new Actor(SOMEBODY, new BodyId(body), office), act.on());
        return this;
    }

    Ending when(ReadingCommand command) {
        Consulted consulted = new Consulted() {
            @Override
            public <S> S state(Fold<S> fold, String stream) {
                @SuppressWarnings("unchecked") // the name of the stream says which fold it is asked with
                S known = (S) registers.getOrDefault(stream, fold.empty());
                return known;
            }
        };
        return new Ending(state.decide(command, consulted, act));
    }

    /** What a command ended in. */
    record Ending(Decision<ReadingEvent> decision) {

        void then(ReadingEvent... events) {
            assertThat(decision).isEqualTo(new Decision.Accepted<>(List.of(events)));
        }

        void refused(String code) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                Refusal refusal = refused.refusal();
                assertThat(refusal.code()).isEqualTo(code);
                assertThat(refusal.grounds().remedy()).isNotBlank();
            });
        }
    }
}
