package org.initweights.benchmarks.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the documentation; its first column is text, the others are figures.
 *
 * @param head the titles of the columns
 * @param rows as many cells each as there are titles
 */
record Markdown(List<String> head, List<List<String>> rows) {

    @Override
    public String toString() {
        String rule = "| --- |" + String.join("", Collections.nCopies(head.size() - 1, " ---: |"));
        return line(head) + "\n" + rule + "\n"
                + rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> " " + cell).collect(Collectors.joining(" |", "|", " |"));
    }
}
