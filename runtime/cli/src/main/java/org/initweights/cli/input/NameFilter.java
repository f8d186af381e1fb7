package org.initweights.cli.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.Selection;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tensors a command looks at. */
public final class NameFilter {

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description =
                    "Only tensors whose names match: '**.weight', 'layers.*.bias'; 'bias' is matched with the last name alone.")
    private @Nullable String pattern;

    /** Those of the tensors that are meant, in their order. */
    public List<WeightTensor> of(Collection<WeightTensor> tensors) {
        List<WeightTensor> meant = new ArrayList<>(tensors);
        if (pattern != null) {
            Selection selection = Selection.named(pattern);
            Set<String> names = plan(tensors).parameters().select(selection).stream()
                    .map(Parameter::name)
                    .collect(Collectors.toSet());
            meant.removeIf(tensor -> !names.contains(tensor.name()));
        }
        return meant;
    }

    /** Patterns choose among parameters. */
    private static Plan plan(Collection<WeightTensor> tensors) {
        return Plan.of(declared -> {
            for (WeightTensor tensor : tensors) {
                if (!tensor.name().isEmpty()) {
                    declared.tensor(tensor.name(), tensor.shape(), DType.F32, Initializers.zeros());
                }
            }
        });
    }
}
