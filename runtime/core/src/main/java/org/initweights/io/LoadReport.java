package org.initweights.io;

import java.util.List;

/**
 * What was loaded and how, what was initialised, what was ignored, and what was skipped.
 *
 * <p>It is immutable, and threads may share it.
 *
 * @param tensors the parameters that were loaded, in the order of the model
 * @param initialized the names of the parameters that were initialised since the file does not have them
 * @param ignored the names in the file of the tensors that {@link LoadOptions#ignoring} left alone
 * @param skipped what does not fit; none if loading was strict
 */
public record LoadReport(
        List<LoadedTensor> tensors, List<String> initialized, List<String> ignored, List<Mismatch> skipped) {

    public LoadReport {
        tensors = List.copyOf(tensors);
        initialized = List.copyOf(initialized);
        ignored = List.copyOf(ignored);
        skipped = List.copyOf(skipped);
    }

    /** The names of the parameters that were loaded, in the order of the model. */
    public List<String> loaded() {
        return tensors.stream().map(LoadedTensor::name).toList();
    }

    /** A line with the numbers, and a line for each tensor that was changed, initialised, ignored or skipped. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder("loaded " + tensors.size());
        if (!initialized.isEmpty()) {
            lines.append(", initialized ").append(initialized.size());
        }
        if (!ignored.isEmpty()) {
            lines.append(", ignored ").append(ignored.size());
        }
        lines.append(", skipped ").append(skipped.size()).append('\n');
        tensors.stream()
                .filter(tensor -> !tensor.isPlain())
                .forEach(tensor -> lines.append("  ").append(tensor).append('\n'));
        initialized.forEach(name -> lines.append("  ").append(name).append(": initialized\n"));
        ignored.forEach(name -> lines.append("  ").append(name).append(": ignored\n"));
        skipped.forEach(mismatch -> lines.append("  ").append(mismatch).append('\n'));
        MismatchCure.of(skipped)
                .ifPresent(cure -> lines.append("  ").append(cure).append('\n'));
        return lines.toString();
    }
}
