package org.maaledger.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.AgreementCommand;
import org.maaledger.command.agreement.AgreementHistory;
import org.maaledger.command.agreement.AgreementShell;
import org.maaledger.command.agreement.Editions;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.area.AreaHistory;
import org.maaledger.command.area.AreaShell;
import org.maaledger.command.config.FrameworkFiles;
import org.maaledger.command.config.SnapshotJson;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.indicator.IndicatorHistory;
import org.maaledger.command.indicator.IndicatorShell;
import org.maaledger.command.reading.ReadingCommand;
import org.maaledger.command.reading.ReadingSeries;
import org.maaledger.command.reading.ReadingSeriesShell;
import org.maaledger.command.shell.Append;
import org.maaledger.command.shell.Shell;
import org.maaledger.command.shell.StreamStates;
import org.maaledger.command.shell.Submission;
import org.maaledger.command.target.TargetCommand;
import org.maaledger.command.target.TargetHistory;
import org.maaledger.command.target.TargetShell;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.log.EnvelopeMetaData;

/**
 * One rule, told as what happened before, the command, and what comes of it. It is run twice: against the pure state, and through
 * Axon's fixture for the shell; both must say the same.
 */
public final class Scenario {

    private static final Editions EDITIONS = FrameworkFiles.shipped();

    private static final Serializer SNAPSHOTS = SnapshotJson.serializer();

    private static final Fold<ReadingSeries> SERIES =
            Fold.of("series", ReadingSeries.UNOPENED, ReadingEvent.class, ReadingSeries::evolve);

    private final InMemoryStreams streams = new InMemoryStreams();
    private @Nullable LedgerCommand command;
    private @Nullable Act act;

    private Scenario() {}

    public static Scenario given() {
        return new Scenario();
    }

    /** These events happened, by acts of this date. */
    public Scenario on(String date, LedgerEvent... events) {
        for (LedgerEvent event : events) {
            streams.add(event, LocalDate.parse(date));
        }
        return this;
    }

    /** The events that a longer story consists of. */
    public Scenario and(List<Dated> story) {
        story.forEach(dated -> streams.add(dated.event(), dated.actedOn()));
        return this;
    }

    public Scenario when(LedgerCommand command, Actor by, String date) {
        this.command = command;
        this.act = new Act(by, LocalDate.parse(date));
        return this;
    }

    public void then(LedgerEvent... events) {
        assertThat(decided()).isEqualTo(new Decision.Accepted<>(List.of(events)));
        throughAxon().expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
    }

    public void thenRefused(String code) {
        assertThat(decided()).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            Grounds grounds = refused.refusal().grounds();
            assertThat(grounds.code()).isEqualTo(code);
            assertThat(grounds.rule()).isNotBlank().endsWith(".");
            assertThat(grounds.remedy()).isNotBlank().endsWith(".");
            assertThat(grounds.source()).isNotBlank();
        });
        throughAxon().expectNoEvents().expectException(new CustomMatcher<CommandRefused>("refused as " + code) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof CommandRefused refused
                        && refused.refusal().code().equals(code);
            }
        });
    }

    private Decision<? extends LedgerEvent> decided() {
        return switch (Objects.requireNonNull(command)) {
            case AgreementCommand ofAgreement ->
                state(AgreementHistory.FOLD, ofAgreement.stream())
                        .decide(ofAgreement, streams, EDITIONS, Objects.requireNonNull(act));
            case TargetCommand ofTarget ->
                state(TargetHistory.FOLD, ofTarget.stream()).decide(ofTarget, streams, Objects.requireNonNull(act));
            case ReadingCommand ofSeries ->
                state(SERIES, ofSeries.stream()).decide(ofSeries, streams, Objects.requireNonNull(act));
            case AreaCommand ofArea ->
                state(AreaHistory.FOLD, ofArea.stream()).decide(ofArea, streams, Objects.requireNonNull(act));
            case IndicatorCommand ofIndicator ->
                state(IndicatorHistory.FOLD, ofIndicator.stream()).decide(ofIndicator, Objects.requireNonNull(act));
            default -> throw new IllegalArgumentException("no aggregate for " + command);
        };
    }

    /** The state, as a snapshot gives it back: a history that is long enough for one must not end in other decisions. */
    private <S> S state(Fold<S> fold, String stream) {
        S folded = streams.state(fold, stream);
        S kept = SNAPSHOTS.deserialize(SNAPSHOTS.serialize(folded, byte[].class));
        assertThat(kept).as("the state that was kept as a snapshot").isEqualTo(folded);
        return kept;
    }

    private static Class<?> shellOf(LedgerCommand command) {
        return switch (command) {
            case AgreementCommand ofAgreement -> AgreementShell.TYPE;
            case TargetCommand ofTarget -> TargetShell.TYPE;
            case ReadingCommand ofSeries -> ReadingSeriesShell.TYPE;
            case AreaCommand ofArea -> AreaShell.TYPE;
            case IndicatorCommand ofIndicator -> IndicatorShell.TYPE;
            default -> throw new IllegalArgumentException("no aggregate for " + command);
        };
    }

    private ResultValidator<?> throughAxon() {
        LedgerCommand sent = Objects.requireNonNull(command);
        AggregateTestFixture<?> fixture = fixture(shellOf(sent));
        fixture.registerInjectableResource(new Shell(new StreamStates(streams), Nowhere::new));
        fixture.registerInjectableResource(EDITIONS);
        fixture.registerCommandTargetResolver(message ->
                new VersionedAggregateIdentifier((Object) ((LedgerCommand) message.getPayload()).stream(), null));
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(EnvelopeMetaData.ACTED_ON)));
        List<GenericEventMessage<LedgerEvent>> before = streams.of(sent.stream()).stream()
                .map(dated -> new GenericEventMessage<>(
                        dated.event(),
                        Map.of(EnvelopeMetaData.ACTED_ON, dated.actedOn().toString())))
                .toList();
        Act done = Objects.requireNonNull(act);
        Map<String, Object> metaData = Map.of(
                Submission.KEY,
                Submission.of(done),
                EnvelopeMetaData.ACTED_ON,
                done.on().toString());
        return fixture.given(before)
                .when(new GenericCommandMessage<>(new GenericMessage<>(sent, metaData), sent.family()));
    }

    private static <A> AggregateTestFixture<A> fixture(Class<A> shell) {
        return new AggregateTestFixture<>(shell);
    }

    /** An append that goes nowhere. */
    private static final class Nowhere implements Append {
        @Override
        public void restsOn(String stream, long lastSequence) {}

        @Override
        public void keep(FreeText text) {}

        @Override
        public void answers(Submission.Request request) {}

        @Override
        public List<Receipt> receipts() {
            return List.of(new Receipt(1, 0, Instant.EPOCH));
        }
    }
}
