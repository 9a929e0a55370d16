package org.maaledger.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of one run, in the order in which they were measured. Each is printed as soon as it is known. */
public final class Report {

    private final PrintStream progress;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    /** @param progress where each figure is told when it comes */
    public Report(PrintStream progress) {
        this.progress = progress;
    }

    /** Takes one more figure. */
    public void add(Figure figure) {
        figures.add(figure);
        progress.println("  " + figure.name() + ": " + Figure.plain(figure.median()) + " " + figure.unit()
                + (figure.aim() == null ? "" : " (" + figure.aim().text() + ")"));
    }

    /** Says what is under way. */
    public void say(String text) {
        progress.println(text);
    }

    /** Something that was not measured, and why. */
    public void leaveOut(String group, String why) {
        left.add(group + ": " + why);
        progress.println("  left out: " + why);
    }

    /** The figures so far. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** A table in Markdown, with the middle round, the spread over the rounds, and whether the aim was met. */
    public void table(PrintStream out) {
        out.println("| measured | middle round | spread | unit | aim | settings |");
        out.println("|---|---|---|---|---|---|");
        for (Figure figure : figures) {
            out.println("| %s: %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            figure.group(),
                            figure.name(),
                            Figure.plain(figure.median()),
                            figure.rounds().size() == 1
                                    ? "one round"
                                    : Figure.plain(figure.least()) + " to " + Figure.plain(figure.most()),
                            figure.unit(),
                            aim(figure),
                            figure.settings()));
        }
        left.forEach(reason -> out.println("\nNot measured: " + reason));
    }

    /** The same for programs, with every round. */
    public void json(Path file, Map<String, Object> machine) throws IOException {
        ObjectMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        List<Map<String, Object>> rows = figures.stream().map(Report::row).toList();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("figures", rows);
        all.put("notMeasured", left);
        mapper.writeValue(file.toFile(), all);
    }

    private static Map<String, Object> row(Figure figure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("group", figure.group());
        row.put("name", figure.name());
        row.put("unit", figure.unit());
        row.put("median", figure.median());
        row.put("rounds", figure.rounds());
        row.put("settings", figure.settings());
        Aim aim = figure.aim();
        if (aim != null) {
            row.put("aim", aim.text());
            row.put("met", aim.isMetBy(figure.median()));
        }
        return row;
    }

    private static String aim(Figure figure) {
        Aim aim = figure.aim();
        return aim == null ? "" : aim.text() + (aim.isMetBy(figure.median()) ? ": met" : ": **not met**");
    }
}
