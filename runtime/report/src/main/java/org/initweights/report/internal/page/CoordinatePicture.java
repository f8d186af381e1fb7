package org.initweights.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initweights.report.internal.CoordinateContents;
import org.initweights.report.internal.chart.CoordinateChart;
import org.initweights.report.internal.chart.Scene;
import org.initweights.report.internal.chart.SvgWriter;
import org.initweights.report.internal.chart.Tone;

/** The pictures of a coordinate check side by side, as an SVG file that needs no page. */
public final class CoordinatePicture {

    private static final int WIDTH = 440;
    private static final int MARGIN = 12;
    private static final int CAPTION = 30;

    private static final String STYLE = "text{font:11.5px system-ui,sans-serif}.h{font-weight:600;font-size:13px}"
            + ".middle{text-anchor:middle}.end{text-anchor:end}.hairline{stroke-width:1}.bold{stroke-width:1.8}";

    private CoordinatePicture() {}

    /** The file. */
    public static String of(CoordinateContents check) {
        List<Scene> scenes = new ArrayList<>();
        scenes.add(CoordinateChart.of("Sizes at the start", check.initial(), WIDTH));
        if (!check.change().isEmpty()) {
            scenes.add(CoordinateChart.of("Change by one step", check.change(), WIDTH));
        }
        int width = MARGIN + scenes.size() * (WIDTH + MARGIN);
        int height = 2 * MARGIN + CAPTION + scenes.get(0).height();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " "
                + height + "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\">\n");
        svg.append("<title>")
                .append(SvgWriter.escape(check.options().title() + ": " + check.judgement()))
                .append("</title>\n");
        svg.append("<style>").append(STYLE).append(tones()).append("</style>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" class=\"f-paper\"/>\n");
        for (int i = 0; i < scenes.size(); i++) {
            int left = MARGIN + i * (WIDTH + MARGIN);
            svg.append("<text class=\"h f-ink\" x=\"")
                    .append(left)
                    .append("\" y=\"")
                    .append(MARGIN + 13)
                    .append("\">");
            svg.append(SvgWriter.escape(scenes.get(i).title())).append("</text>\n");
            svg.append("<g transform=\"translate(")
                    .append(left)
                    .append(' ')
                    .append(MARGIN + CAPTION)
                    .append(")\">");
            svg.append(SvgWriter.writeDecoration(scenes.get(i))).append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static String tones() {
        StringBuilder css = new StringBuilder();
        for (Tone tone : Tone.values()) {
            css.append(String.format(
                    Locale.ROOT, ".f-%1$s{fill:#%2$06X}.s-%1$s{fill:none;stroke:#%2$06X}", tone.css(), tone.light()));
        }
        return css.toString();
    }
}
