package org.initweights.samples.djl;

import java.io.PrintStream;

/** A bar on the terminal that fills from left to right. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final String label;
    private final int steps;

    /**
     * An empty bar, not drawn yet.
     *
     * @param label what stands before it
     * @param steps how many steps fill it
     */
    ProgressBar(PrintStream out, String label, int steps) {
        this.out = out;
        this.label = label;
        this.steps = steps;
    }

    /** Draws it anew, and ends the line when it is full. */
    void show(int done) {
        int filled = WIDTH * done / steps;
        out.printf("\r%-20s [%s%s] %3d %%", label, "#".repeat(filled), ".".repeat(WIDTH - filled), 100 * done / steps);
        if (done == steps) {
            out.println();
        }
        out.flush();
    }
}
