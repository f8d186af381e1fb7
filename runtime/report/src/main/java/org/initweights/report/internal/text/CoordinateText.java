package org.initweights.report.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.initweights.internal.message.Notation;
import org.initweights.report.LayerCoordinates;
import org.initweights.report.internal.CoordinateContents;

/** A coordinate check as lines for a terminal: a row a layer. */
public final class CoordinateText {

    private static final int FIRST_NUMBER = 2;

    private CoordinateText() {}

    /** The lines, without a line feed at the end. */
    public static String of(CoordinateContents check) {
        StringBuilder text = new StringBuilder();
        text.append(check.options().title()).append('\n');
        text.append(check.summary()).append('\n');
        text.append(check.judgement()).append('\n');
        table(text, "sizes at the start", check.initial());
        table(text, check.changeTitle(), check.change());
        return text.toString().stripTrailing();
    }

    private static void table(StringBuilder text, String title, List<LayerCoordinates> layers) {
        if (layers.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("layer", "verdict"));
        layers.get(0).widths().forEach(width -> titles.add(Notation.count(width)));
        titles.add("exponent");
        rows.add(titles);
        layers.forEach(layer -> rows.add(row(layer)));
        text.append('\n').append(title).append('\n').append(TextTable.of(rows, FIRST_NUMBER));
    }

    private static List<String> row(LayerCoordinates layer) {
        List<String> cells = new ArrayList<>(List.of(layer.layer(), layer.judgement()));
        layer.sizes().forEach(size -> cells.add(number(size)));
        cells.add(number(layer.exponent()));
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : Notation.measured(value);
    }
}
