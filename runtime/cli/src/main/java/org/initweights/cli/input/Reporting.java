package org.initweights.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.initweights.cli.output.ChangeTable;
import org.initweights.cli.output.Table;
import org.initweights.cli.output.TensorChange;
import picocli.CommandLine.Option;

/** How a command says what becomes of each tensor. */
public final class Reporting {

    private static final int MOST_LINES = 10;

    @Option(
            names = {"--explain", "--dry-run"},
            description = "Show what would be done with each tensor, and write nothing.")
    private boolean explaining;

    @Option(
            names = "--verbose",
            description = "A line for each tensor, and not one for those of all layers that are treated alike.")
    private boolean verbose;

    /** Whether nothing is to be written. */
    public boolean isExplaining() {
        return explaining;
    }

    /** What becomes of tensors. */
    public Table table(List<TensorChange> tensors) {
        return verbose ? ChangeTable.whole(tensors) : ChangeTable.compact(tensors);
    }

    /** Some lines, or all of them. */
    public List<String> lines(List<String> all) {
        if (verbose || all.size() <= MOST_LINES) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_LINES));
        some.add("… " + (all.size() - MOST_LINES) + " more, which --verbose shows");
        return some;
    }
}
