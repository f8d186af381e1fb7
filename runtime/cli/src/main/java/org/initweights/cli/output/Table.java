package org.initweights.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows whose columns are as wide as their widest cell. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> titles;
    private final int firstNumber;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param firstNumber from which column on cells are aligned to the right
     */
    public Table(int firstNumber, String... titles) {
        this.firstNumber = firstNumber;
        this.titles = List.of(titles);
    }

    /** Adds a row, which has as many cells as there are titles. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /**
     * The lines, the titles first.
     *
     * @param heading makes the titles stand out
     */
    public List<String> lines(UnaryOperator<String> heading) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(heading.apply(line(titles, widths)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = length(titles.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - length(cell));
            line.append(column == 0 ? "" : GAP).append(column < firstNumber ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
