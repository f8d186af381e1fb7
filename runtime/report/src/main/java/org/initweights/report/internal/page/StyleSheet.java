package org.initweights.report.internal.page;

import java.util.Locale;
import java.util.function.ToIntFunction;
import org.initweights.report.internal.chart.Tone;

/** The style sheet of the page: its colours, then {@code report.css}, which names them. */
final class StyleSheet {

    private StyleSheet() {}

    static Resource of() {
        StringBuilder css = new StringBuilder();
        css.append(":root{color-scheme:light dark;")
                .append(colours(Tone::light))
                .append("}\n");
        css.append("@media (prefers-color-scheme:dark){:root{")
                .append(colours(Tone::dark))
                .append("}}\n");
        for (Tone tone : Tone.values()) {
            css.append(String.format(
                    ".f-%1$s{fill:var(--%1$s)}.s-%1$s{fill:none;stroke:var(--%1$s)}%n".replace("%n", "\n"),
                    tone.css()));
        }
        return new Resource(css + Resource.named("report.css").text());
    }

    private static String colours(ToIntFunction<Tone> colour) {
        StringBuilder css = new StringBuilder();
        for (Tone tone : Tone.values()) {
            css.append(String.format(Locale.ROOT, "--%s:#%06X;", tone.css(), colour.applyAsInt(tone)));
        }
        return css.toString();
    }
}
