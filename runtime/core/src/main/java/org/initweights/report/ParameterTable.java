package org.initweights.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initweights.Parameter;
import org.initweights.Parameters;

/** A table of parameters as text: name, shape, what each starts as, and expected and measured moments. */
public final class ParameterTable {

    private static final List<String> TITLES =
            List.of("parameter", "shape", "initializer", "elements", "mean", "measured", "std", "measured");

    /** The columns before this one hold words, which begin at the left; the others numbers, which end at the right. */
    private static final int FIRST_NUMBER = 3;

    private final String text;

    private ParameterTable(String text) {
        this.text = text;
    }

    /** The table of the parameters as they are now. */
    public static ParameterTable of(Parameters parameters) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        for (Parameter parameter : parameters) {
            rows.add(row(parameter));
        }
        StringBuilder text = new StringBuilder();
        int[] widths = widths(rows);
        for (List<String> row : rows) {
            append(text, row, widths);
        }
        text.append("total: ")
                .append(grouped(parameters.elements()))
                .append(" elements in ")
                .append(parameters.size())
                .append(parameters.size() == 1 ? " parameter" : " parameters");
        return new ParameterTable(text.toString());
    }

    private static List<String> row(Parameter parameter) {
        Moments measured = Moments.of(parameter);
        return List.of(
                parameter.name(),
                parameter.shape().toString(),
                parameter.fill().toString(),
                grouped(parameter.elements()),
                number(parameter.fill().mean()),
                number(measured.mean()),
                number(parameter.fill().std()),
                number(measured.std()));
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5f", value == 0 ? 0 : value);
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i < FIRST_NUMBER ? row.get(i) + padding : padding + row.get(i))
                    .append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** The lines of the table, the last of them the total. */
    @Override
    public String toString() {
        return text;
    }
}
