package org.initweights.report.internal.text;

import java.util.List;

/** Rows of words and numbers in columns. */
public final class TextTable {

    private TextTable() {}

    /**
     * Lines of which each ends with a line feed.
     *
     * @param rows the titles, then the cells
     * @param firstNumber the columns before this one hold words, which begin at the left; the others numbers, which end at the right
     */
    public static String of(List<List<String>> rows, int firstNumber) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            append(text, row, widths, firstNumber);
        }
        return text.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, int firstNumber) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i < firstNumber ? row.get(i) + padding : padding + row.get(i))
                    .append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
