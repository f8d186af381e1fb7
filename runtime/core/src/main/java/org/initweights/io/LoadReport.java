package org.initweights.io;

import java.util.List;

/**
 * What was loaded and how, what was initialised, and what was skipped.
 *
 * <p>It is immutable, and threads may share it.
 *
 * @param tensors the parameters that were loaded, in the order of the model
 * @param initialized the names of the parameters that were initialised since the file does not have them
 * @param skipped what does not fit; none if loading was strict
 */
public record LoadReport(List<LoadedTensor> tensors, List<String> initialized, List<Mismatch> skipped) {

    public LoadReport {
        tensors = List.copyOf(tensors);
        initialized = List.copyOf(initialized);
        skipped = List.copyOf(skipped);
    }

    /** The names of the parameters that were loaded, in the order of the model. */
    public List<String> loaded() {
        return tensors.stream().map(LoadedTensor::name).toList();
    }

    /** A line with the numbers, and a line for each tensor that was changed, initialised or skipped. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder("loaded " + tensors.size());
        if (!initialized.isEmpty()) {
            lines.append(", initialized ").append(initialized.size());
        }
        lines.append(", skipped ").append(skipped.size()).append('\n');
        tensors.stream()
                .filter(tensor -> !tensor.isPlain())
                .forEach(tensor -> lines.append("  ").append(tensor).append('\n'));
        initialized.forEach(name -> lines.append("  ").append(name).append(": initialized\n"));
        skipped.forEach(mismatch -> lines.append("  ").append(mismatch).append('\n'));
        MismatchCure.of(skipped)
                .ifPresent(cure -> lines.append("  ").append(cure).append('\n'));
        return lines.toString();
    }
}
