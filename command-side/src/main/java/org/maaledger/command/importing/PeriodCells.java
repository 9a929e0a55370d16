package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.Mapping.PeriodRules;
import org.maaledger.command.importing.Mapping.YearKind;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Vintage;

/** Reads periods, and the vintages that their labels say. Files have few different ones, so each is worked out once. */
final class PeriodCells {

    /** A file with more different labels than this is no file of figures. */
    private static final int LABELS_MAX = 100_000;

    private static final int LABEL_CHARACTERS_MAX = 100;

    /** A label read: a period in a vintage, or the rule it breaks. */
    record Dated(
            @Nullable ReportingPeriod period,
            Vintage vintage,
            @Nullable ImportRule broken) {}

    private record Label(String text, String yearKind) {}

    private final PeriodRules rules;
    private final LocalDate today;
    private final Map<Label, Dated> known = new HashMap<>();

    PeriodCells(PeriodRules rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** What {@code text} says, for an indicator of that kind of year. */
    Dated read(String text, String yearKind) {
        if (text.length() > LABEL_CHARACTERS_MAX) {
            return new Dated(null, Vintage.UNSTATED, ImportRule.PERIOD_UNREADABLE);
        }
        if (known.size() > LABELS_MAX) {
            known.clear();
        }
        return known.computeIfAbsent(new Label(text, yearKind), this::dated);
    }

    private Dated dated(Label label) {
        String text = rules.fixed() == null ? label.text() : rules.fixed();
        Vintage vintage = Vintage.UNSTATED;
        for (Map.Entry<String, Vintage> suffix : rules.vintages().entrySet()) {
            if (text.endsWith(suffix.getKey())) {
                text = text.substring(0, text.length() - suffix.getKey().length());
                vintage = suffix.getValue();
                break;
            }
        }
        try {
            ReportingPeriod period =
                    rules.years().isEmpty() ? ReportingPeriod.of(text) : ofYears(text, label.yearKind());
            if (period.start().isAfter(today)) {
                return new Dated(null, vintage, ImportRule.PERIOD_IN_THE_FUTURE);
            }
            return vintage == Vintage.FINAL && period.lastDay().isAfter(today)
                    ? new Dated(null, vintage, ImportRule.FINAL_BEFORE_ITS_END)
                    : new Dated(period, vintage, null);
        } catch (IllegalArgumentException | YearLabels.Unreadable e) {
            return new Dated(null, vintage, ImportRule.PERIOD_UNREADABLE);
        } catch (YearLabels.Unfit e) {
            return new Dated(null, vintage, ImportRule.PERIOD_UNFIT);
        }
    }

    private ReportingPeriod ofYears(String text, String yearKind) throws YearLabels.Unreadable, YearLabels.Unfit {
        YearKind kind = rules.years().get(yearKind);
        if (kind == null) {
            throw new YearLabels.Unfit();
        }
        return YearLabels.read(text, kind);
    }
}
