package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.area.AreaCommand.SucceedArea;
import org.maaledger.command.importing.ImportLedger.Outcome;
import org.maaledger.command.importing.NationalIndicators.NationalIndicator;
import org.maaledger.command.importing.ReferenceAreas.ReferenceArea;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;

/** Brings the shipped reference data into the ledger: areas, their succession, National Indicators. */
final class ReferenceImport {

    /**
     * The first day of the framework whose set of indicators NI 31 is not in. It was dropped by then, so that is the date of the act too:
     * what was agreed before it is none of its concern.
     */
    private static final LocalDate FINAL_SET_FROM = LocalDate.of(2008, 4, 1);

    /**
     * What became of the reference data.
     *
     * @param entered areas and indicators registered, successions and withdrawals recorded
     * @param revised areas of which the register said something else
     * @param unchanged what the ledger knew
     * @param refused what it refused, with the reasons
     */
    record ReferenceReport(int entered, int revised, int unchanged, List<String> refused) {}

    /** Commands under way: some thousand entries, each a small one, and the log takes these into one commit. */
    private static final int IN_FLIGHT_MAX = 64;

    private final ImportLedger ledger;
    private final Function<AreaCode, @Nullable AreaDetails> register;
    private int entered;
    private int revised;
    private int unchanged;
    private final List<String> refused = new ArrayList<>();

    /** @param register what the area register says now */
    ReferenceImport(ImportLedger ledger, Function<AreaCode, @Nullable AreaDetails> register) {
        this.ledger = ledger;
        this.register = register;
    }

    /**
     * Loads all of it. An entry that says something else is revised to the shipped one, but keeps the aliases and former codes that
     * it has: whoever added one meant it to stay.
     */
    ReferenceReport run() {
        List<ReferenceArea> areas = ReferenceAreas.read();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                IN_FLIGHT_MAX,
                Thread.ofPlatform().daemon().name("reference-", 0).factory())) {
            List<Future<@Nullable Void>> entries = new ArrayList<>();
            areas.forEach(area -> entries.add(start(threads, () -> enter(area))));
            NationalIndicators.read().forEach(indicator -> entries.add(start(threads, () -> enter(indicator))));
            entries.forEach(ReferenceImport::done);
            List<Future<@Nullable Void>> successions = new ArrayList<>();
            areas.forEach(area -> area.successors()
                    .forEach((by, on) -> successions.add(start(
                            threads,
                            () -> count(
                                    ledger.send(new SucceedArea(area.code(), by, on, area.source(), null)),
                                    area.code() + " succeeded by " + by)))));
            successions.forEach(ReferenceImport::done);
        }
        return new ReferenceReport(entered, revised, unchanged, List.copyOf(refused));
    }

    private static Future<@Nullable Void> start(ExecutorService threads, Runnable task) {
        return threads.submit(() -> {
            task.run();
            return null;
        });
    }

    private static void done(Future<@Nullable Void> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading reference data", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("loading reference data was broken off; load it again", e.getCause());
        }
    }

    private void enter(ReferenceArea area) {
        AreaDetails known = register.apply(area.code());
        if (known == null) {
            count(
                    ledger.send(new RegisterArea(area.code(), area.details(), area.source(), null)),
                    area.code().value());
        } else {
            revise(area, known);
        }
    }

    private void revise(ReferenceArea area, AreaDetails known) {
        AreaDetails joined;
        try {
            joined = joined(known, area.details());
        } catch (IllegalArgumentException e) {
            refuse("%s: %s".formatted(area.code(), e.getMessage()));
            return;
        }
        if (joined.equals(known)) {
            count(new Outcome.Known(), area.code().value());
            return;
        }
        Outcome outcome = ledger.send(new ReviseAreaDetails(area.code(), joined, area.source(), null));
        if (outcome instanceof Outcome.Done) {
            countRevised();
        } else {
            count(outcome, area.code().value());
        }
    }

    /** The shipped entry with what is on record besides; that stands first, so that what holds it all already is not revised. */
    private static AreaDetails joined(AreaDetails known, AreaDetails shipped) {
        return new AreaDetails(
                shipped.name(),
                shipped.level(),
                shipped.tier(),
                shipped.region(),
                shipped.parents(),
                shipped.constituents(),
                joined(known.formerCodes(), shipped.formerCodes()),
                joined(known.aliases(), shipped.aliases()),
                shipped.validFrom(),
                shipped.validTo());
    }

    private static List<String> joined(List<String> known, List<String> shipped) {
        return Stream.concat(known.stream(), shipped.stream()).distinct().toList();
    }

    private void enter(NationalIndicator indicator) {
        if (ledger.definition(indicator.code()) == null) {
            count(
                    ledger.send(new RegisterIndicator(
                            indicator.code(), indicator.definition(), indicator.statutory(), indicator.source(), null)),
                    indicator.code().value());
        } else {
            count(new Outcome.Known(), indicator.code().value());
        }
        if (!indicator.inFinalSet()) {
            count(
                    ledger.send(new WithdrawIndicator(
                            indicator.code(), FINAL_SET_FROM, indicator.source(), FINAL_SET_FROM)),
                    indicator.code().value());
        }
    }

    private synchronized void countRevised() {
        revised++;
    }

    private synchronized void refuse(String why) {
        refused.add(why);
    }

    private synchronized void count(Outcome outcome, String what) {
        switch (outcome) {
            case Outcome.Done done -> entered++;
            case Outcome.Known known -> unchanged++;
            case Outcome.Refused(String code, String message) -> refuse("%s: %s (%s)".formatted(what, message, code));
        }
    }
}
