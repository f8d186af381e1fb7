package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.initweights.cli.input.MappingOptions;
import org.initweights.cli.input.NameFilter;
import org.initweights.cli.input.StoredStatistics;
import org.initweights.cli.output.Numbers;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.Table;
import org.initweights.io.LoadOptions;
import org.initweights.io.StoredWeights;
import org.initweights.io.UnreadableTensor;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is in checkpoints. */
@Command(
        name = "inspect",
        description = "Show the tensors of checkpoints, and what their elements are like.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights inspect model.safetensors",
            "  initweights inspect --pattern '**.bias' model.safetensors.index.json",
            "  initweights inspect --no-statistics --without-prefix model. model.npz",
            "  initweights inspect --json model.safetensors | jq '.checkpoints[].tensors[] | select(.nan > 0)'"
        })
final class InspectCommand implements Callable<Integer> {

    private static final int LONGEST_TEXT = 200;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = MappingOptions.FILE_OF_WEIGHTS)
    private List<Path> paths;

    @Mixin
    private NameFilter filter;

    @Mixin
    private MappingOptions mapping;

    @ArgGroup
    private @Nullable Less less;

    @Option(names = "--json", description = "Show it as JSON.")
    private boolean json;

    @Mixin
    private Output output;

    /** What is left out. */
    private static final class Less {

        @Option(names = "--names-only", description = "Show names alone, one a line. No elements are read.")
        private boolean namesOnly;

        @Option(names = "--no-statistics", description = "Show names, types and shapes. No elements are read.")
        private boolean noStatistics;

        private boolean readsNothing() {
            return namesOnly || noStatistics;
        }
    }

    /** Checkpoints as data. */
    private record Contents(List<Content> checkpoints) {}

    /** A checkpoint as data. */
    private record Content(
            String path,
            List<String> files,
            Map<String, String> metadata,
            List<StoredStatistics> tensors,
            List<String> unreadable) {}

    @Override
    public Integer call() throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Path path : paths) {
            contents.add(content(path));
        }
        if (json) {
            output.json(new Contents(contents));
        } else {
            contents.forEach(this::show);
        }
        return 0;
    }

    private Content content(Path path) throws IOException {
        try (StoredWeights checkpoint = StoredWeights.open(path, mapping.addTo(LoadOptions.strict()))) {
            List<WeightTensor> tensors = filter.of(checkpoint.tensors());
            return new Content(
                    path.toString(),
                    checkpoint.files().stream().map(Path::toString).toList(),
                    checkpoint.metadata(),
                    readsElements() ? measured(tensors) : StoredStatistics.ofNames(tensors),
                    checkpoint.unreadable().stream()
                            .map(UnreadableTensor::toString)
                            .toList());
        }
    }

    private boolean readsElements() {
        return less == null || !less.readsNothing();
    }

    private List<StoredStatistics> measured(List<WeightTensor> tensors) {
        long bytes = tensors.stream().mapToLong(WeightTensor::bytes).sum();
        try (Progress progress = output.progress("read", bytes)) {
            return StoredStatistics.measure(tensors, progress::add);
        }
    }

    private void show(Content content) {
        if (less != null && less.namesOnly) {
            content.tensors().forEach(tensor -> output.line(tensor.name()));
            return;
        }
        output.line(output.heading(content.path()));
        content.metadata().forEach((key, text) -> output.line(key + ": " + shortened(text)));
        output.table(readsElements() ? statistics(content.tensors()) : shapes(content.tensors()));
        long elements =
                content.tensors().stream().mapToLong(StoredStatistics::elements).sum();
        long bytes =
                content.tensors().stream().mapToLong(StoredStatistics::bytes).sum();
        output.line(Numbers.count(content.tensors().size(), "tensor") + ", " + Numbers.count(elements, "element") + ", "
                + Numbers.bytes(bytes));
        content.unreadable().forEach(output::line);
    }

    /** In one line: a file may have whole templates and licences among its metadata, which --json gives. */
    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        String start = line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT);
        return start.length() == text.length() ? text : start + "…";
    }

    private static Table shapes(List<StoredStatistics> tensors) {
        Table table = new Table(3, "tensor", "dtype", "shape", "elements");
        tensors.forEach(
                tensor -> table.add(tensor.name(), tensor.dtype(), tensor.dims(), Numbers.count(tensor.elements())));
        return table;
    }

    private static Table statistics(List<StoredStatistics> tensors) {
        Table table = new Table(
                3, "tensor", "dtype", "shape", "elements", "mean", "std", "min", "max", "zeros", "NaN", "Inf");
        for (StoredStatistics tensor : tensors) {
            table.add(
                    tensor.name(),
                    tensor.dtype(),
                    tensor.dims(),
                    Numbers.count(tensor.elements()),
                    measured(tensor.mean()),
                    measured(tensor.std()),
                    measured(tensor.min()),
                    measured(tensor.max()),
                    counted(tensor.zeros()),
                    counted(tensor.nan()),
                    counted(tensor.infinite()));
        }
        return table;
    }

    private static String measured(@Nullable Double value) {
        return value == null ? "-" : Numbers.measured(value);
    }

    private static String counted(@Nullable Long count) {
        return count == null ? "-" : Numbers.count(count);
    }
}
