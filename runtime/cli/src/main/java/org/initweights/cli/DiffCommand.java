package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.initweights.cli.compare.CheckpointComparison;
import org.initweights.cli.compare.Difference;
import org.initweights.cli.compare.ValueDifference;
import org.initweights.cli.input.MappingOptions;
import org.initweights.cli.output.Numbers;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.Table;
import org.initweights.io.CheckpointException;
import org.initweights.io.LoadOptions;
import org.initweights.io.StoredWeights;
import org.initweights.io.UnreadableTensor;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two checkpoints. */
@Command(
        name = "diff",
        description = {
            "Compare the tensors of two checkpoints by name. Metadata are not compared, nor where tensors are in their files.",
            "Names and axes of A can be changed first; B stays as it is.",
            "The exit code is 0 if they are equal, 1 if they differ and 2 if they cannot be compared."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights diff before.safetensors after.safetensors",
            "  initweights diff --tolerance 1e-6 one.safetensors sharded/",
            "  initweights diff --without-prefix model. base.npz mine.safetensors",
            "  initweights diff --json a.safetensors b.safetensors | jq -r '.differences[].name'"
        })
final class DiffCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;

    @Parameters(paramLabel = "A", description = MappingOptions.FILE_OF_WEIGHTS)
    private Path first;

    @Parameters(paramLabel = "B", description = "The same.")
    private Path second;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "0",
            description =
                    "By how much numbers may differ and still count as equal; ${DEFAULT-VALUE} if it is not given.")
    private double tolerance;

    @Mixin
    private MappingOptions mapping;

    @Option(names = "--json", description = "Show it as JSON.")
    private boolean json;

    @Mixin
    private Output output;

    /** The comparison as data. */
    private record Result(
            String a, String b, boolean equal, double tolerance, int tensors, List<Difference> differences) {}

    @Override
    public Integer call() throws IOException {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("--tolerance " + tolerance + ": give 0 or more");
        }
        Result result = compare();
        if (json) {
            output.json(result);
        } else {
            show(result);
        }
        return result.equal() ? 0 : DIFFERENT;
    }

    private Result compare() throws IOException {
        try (StoredWeights a = StoredWeights.open(first, mapping.addTo(LoadOptions.strict()));
                StoredWeights b = StoredWeights.open(second)) {
            checkReadable(a);
            checkReadable(b);
            long bytes = a.tensors().stream().mapToLong(WeightTensor::bytes).sum();
            try (Progress progress = output.progress("compare", bytes)) {
                CheckpointComparison comparison = new CheckpointComparison(a, b, tolerance, progress::add);
                List<Difference> differences = comparison.differences();
                return new Result(
                        first.toString(),
                        second.toString(),
                        differences.isEmpty(),
                        tolerance,
                        comparison.names().size(),
                        differences);
            }
        }
    }

    private static void checkReadable(StoredWeights checkpoint) throws CheckpointException {
        for (UnreadableTensor tensor : checkpoint.unreadable()) {
            throw new CheckpointException(
                    checkpoint.path(), tensor.name(), tensor.reason() + ", so it cannot be compared");
        }
    }

    private void show(Result result) {
        if (result.equal()) {
            output.line("equal: " + Numbers.count(result.tensors(), "tensor"));
            return;
        }
        Table table = new Table(2, "tensor", "difference");
        result.differences().forEach(difference -> table.add(difference.name(), text(difference)));
        output.table(table);
        output.line(Numbers.count(result.differences().size()) + " of " + Numbers.count(result.tensors(), "tensor")
                + " differ");
    }

    private String text(Difference difference) {
        return switch (difference.kind()) {
            case ONLY_IN_A -> "only in " + first + ": " + difference.a();
            case ONLY_IN_B -> "only in " + second + ": " + difference.b();
            case SHAPE -> difference.a() + " and " + difference.b();
            case DTYPE ->
                difference.a() + " and " + difference.b()
                        + (difference.values() == null ? "" : "; " + text(difference.values()));
            case VALUES -> text(difference.values());
        };
    }

    private static String text(@Nullable ValueDifference values) {
        return values == null
                ? "other bytes"
                : Numbers.count(values.differing()) + " of " + Numbers.count(values.elements())
                        + " elements differ, by " + Numbers.measured(values.maxDifference()) + " at most";
    }
}
