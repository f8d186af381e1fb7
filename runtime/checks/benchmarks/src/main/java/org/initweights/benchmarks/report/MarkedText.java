package org.initweights.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that is made of results, between two comments. */
final class MarkedText {

    static final String BEGIN = "<!-- benchmarks:begin -->\n";
    static final String END = "<!-- benchmarks:end -->";

    private MarkedText() {}

    /**
     * Replaces what is between the marks of a page.
     *
     * @throws IOException if the page does not have both marks, once each and in order; the page is then as it was
     */
    static void replace(Path page, String text) throws IOException {
        String before = Files.readString(page);
        int begin = only(BEGIN, before, page) + BEGIN.length();
        int end = only(END, before, page);
        if (end < begin) {
            throw new IOException(page + " has " + END + " before " + BEGIN.strip());
        }
        Files.writeString(page, before.substring(0, begin) + text + before.substring(end));
    }

    private static int only(String mark, String page, Path path) throws IOException {
        int at = page.indexOf(mark);
        if (at < 0 || page.indexOf(mark, at + 1) >= 0) {
            throw new IOException(path + " needs one line " + mark.strip() + ", and has " + (at < 0 ? "none" : "more"));
        }
        return at;
    }
}
