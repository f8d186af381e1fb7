package org.initweights.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what was measured into the documentation. */
public final class Report {

    private Report() {}

    /**
     * Replaces the tables and the chart.
     *
     * @param args the folder of the results, the page on speed, and the chart
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("needs RESULTS PAGE CHART, and got " + args.length + " arguments");
        }
        write(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    static void write(Path folder, Path page, Path chart) throws IOException {
        Results results = ResultsReader.read(folder);
        String distributions = new DistributionTable(results).markdown().toString();
        String costs = new CostTable(results).markdown().toString();
        SpeedChart picture = new SpeedChart(results);
        Files.createDirectories(chart.toAbsolutePath().getParent());
        Files.writeString(chart, picture.svg());
        MarkedText.replace(page, image(picture, page, chart) + "\n" + distributions + "\n" + costs);
    }

    private static String image(SpeedChart picture, Path page, Path chart) {
        Path folder = page.toAbsolutePath().normalize().getParent();
        String link =
                folder.relativize(chart.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return "![" + picture.title() + "](" + link + ")\n";
    }
}
