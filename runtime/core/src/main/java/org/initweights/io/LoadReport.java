package org.initweights.io;

import java.util.List;

/**
 * What was loaded, and what was not.
 *
 * @param loaded the names of the parameters that were loaded, in the order of the model
 * @param skipped what does not fit, and so was left as it is; none if loading was strict
 */
public record LoadReport(List<String> loaded, List<Mismatch> skipped) {

    public LoadReport {
        loaded = List.copyOf(loaded);
        skipped = List.copyOf(skipped);
    }

    /** A line with the number that was loaded, and a line for each that was skipped. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder("loaded " + loaded.size() + ", skipped " + skipped.size() + "\n");
        skipped.forEach(mismatch -> lines.append("  ").append(mismatch).append('\n'));
        return lines.toString();
    }
}
