package org.maaledger.bench.program;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.program.Clients.Heard;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/**
 * How many readings a second are recorded over HTTP, with token, validation and idempotency key, beside what an empty authenticated
 * answer costs in the same run? And how far behind are the tables then?
 */
public final class HttpMeasurement implements Measurement {

    private static final int CLIENTS = 64;
    private static final double COMMANDS_MIN = 5_000;
    private static final double LAG_SECONDS_MAX = 1;

    private final Ledger ledger;

    public HttpMeasurement(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public void run(Conditions conditions, Report report) throws Exception {
        Ledger.Filled filled = ledger.filled(conditions);
        LedgerProgram program = ledger.running(conditions);
        String operator = filled.tokens().of("bench:operations", "operator");
        Clients providers = new Clients(program.port(), filled.tokens().of("bench:provider", "data-provider"));
        String warmUp = conditions.warmUp(() -> providers
                .ask(CLIENTS, conditions.warmUp(), connection -> record(filled.log(), connection))
                .perSecond());
        String settings =
                "%d clients, projections running, %s, %s, %s".formatted(CLIENTS, Ledger.HEAP, program.way(), warmUp);
        double peak = rounds(conditions, report, filled, providers, settings);
        program.awaitLevel(operator);
        lag(conditions, report, filled, providers, new Lag(program.port(), operator), peak / 2);
        program.awaitLevel(operator);
    }

    /** Gives the commands a second of the middle round. */
    private double rounds(
            Conditions conditions, Report report, Ledger.Filled filled, Clients providers, String settings) {
        List<Heard> recorded = new ArrayList<>();
        List<Heard> empty = new ArrayList<>();
        for (int round = 0; round < conditions.rounds(); round++) {
            recorded.add(providers
                    .ask(CLIENTS, conditions.round(), connection -> record(filled.log(), connection))
                    .good());
            empty.add(providers
                    .ask(
                            CLIENTS,
                            conditions.round().dividedBy(2),
                            connection -> connection.send("OPTIONS", "/v1/readings", null, null))
                    .good());
        }
        Figure rate = figure(
                        "readings recorded", "commands/s", recorded.stream().map(Heard::perSecond), settings)
                .atLeast(COMMANDS_MIN);
        report.add(rate);
        report.add(figure("readings recorded, p50", "ms", recorded.stream().map(heard -> heard.millis(50)), settings));
        report.add(figure("readings recorded, p99", "ms", recorded.stream().map(heard -> heard.millis(99)), settings));
        report.add(figure(
                "empty authenticated answer (OPTIONS)",
                "requests/s",
                empty.stream().map(Heard::perSecond),
                settings));
        List<Double> one = new ArrayList<>();
        for (int round = 0; round < conditions.rounds(); round++) {
            one.add(providers
                    .ask(1, conditions.round().dividedBy(6), connection -> record(filled.log(), connection))
                    .good()
                    .millis(50));
        }
        report.add(Figure.of(name(), "one reading in flight, p50", "ms", one, "1 client"));
        return rate.median();
    }

    private void lag(
            Conditions conditions, Report report, Ledger.Filled filled, Clients providers, Lag lag, double perSecond)
            throws IOException {
        try (lag) {
            Thread watching = Thread.ofPlatform().daemon().start(lag);
            Heard heard = providers
                    .ask(CLIENTS, conditions.round(), perSecond, connection -> record(filled.log(), connection))
                    .good();
            lag.stop();
            join(watching);
            String settings = "%,.0f commands/s offered, %,.0f done".formatted(perSecond, heard.perSecond());
            report.add(Figure.of(
                            name(),
                            "lag of the slowest projection at half of the peak, p99",
                            "s",
                            List.of(lag.seconds(99)),
                            settings)
                    .atMost(LAG_SECONDS_MAX));
            report.add(Figure.of(
                    name(), "readings recorded at half of the peak, p99", "ms", List.of(heard.millis(99)), settings));
        }
    }

    private static Connection.Answer record(FilledLog log, Connection connection) throws IOException {
        int series = ThreadLocalRandom.current().nextInt(log.series());
        return connection.post(
                "/v1/readings", log.request(series), UUID.randomUUID().toString());
    }

    private Figure figure(String what, String unit, Stream<Double> rounds, String settings) {
        return Figure.of(name(), what, unit, rounds.toList(), settings);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
