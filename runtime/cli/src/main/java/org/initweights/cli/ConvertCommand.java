package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.cli.input.Destination;
import org.initweights.cli.input.FloatTypes;
import org.initweights.cli.input.InputFiles;
import org.initweights.cli.input.MappingOptions;
import org.initweights.cli.input.Overwriting;
import org.initweights.cli.input.Reporting;
import org.initweights.cli.input.Shards;
import org.initweights.cli.output.Numbers;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.TensorChange;
import org.initweights.io.CopiedTensor;
import org.initweights.io.LoadOptions;
import org.initweights.io.SaveOptions;
import org.initweights.io.StoredWeights;
import org.initweights.io.UnreadableTensor;
import org.initweights.io.WeightCopy;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a file of weights to another format, type, naming or number of files. */
@Command(
        name = "convert",
        description = {
            "Copy a file of weights to another format, with other types, names, axes or shards, in bounded memory.",
            "OUT is there as a whole or not at all."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights convert model.npz model.safetensors",
            "  initweights convert --dtype bf16 --shard-size 5GB model.safetensors half/model.safetensors",
            "  initweights convert --without-prefix model. --rename '^blocks\\.(\\d+)=layers.$1' in.safetensors out.safetensors",
            "  initweights convert --transpose kernel --explain flax.npz model.safetensors"
        })
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = MappingOptions.FILE_OF_WEIGHTS)
    private Path in;

    @Parameters(paramLabel = "OUT", description = "The file to write; it ends with .safetensors or .npz.")
    private Path out;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            completionCandidates = FloatTypes.class,
            converter = FloatTypes.Converter.class,
            description =
                    "Round floats of 16 bits and more to one of ${COMPLETION-CANDIDATES}, to nearest even. Other types stay as they are.")
    private @Nullable DType dtype;

    @Mixin
    private MappingOptions mapping;

    @Mixin
    private Shards shards;

    @Option(
            names = "--skip-unreadable",
            description =
                    "Leave out what cannot be copied: quantised tensors of GGUF, objects and texts of .npz, unknown types.")
    private boolean skippingUnreadable;

    @Mixin
    private Overwriting overwriting;

    @Mixin
    private Reporting reporting;

    @Mixin
    private Output output;

    /** What is written, by the name. */
    private enum Format {
        SAFETENSORS(Destination.Content.CHECKPOINT),
        NPZ(Destination.Content.ARRAYS);

        private final Destination.Content content;

        Format(Destination.Content content) {
            this.content = content;
        }

        static Format of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".safetensors")) {
                return SAFETENSORS;
            }
            if (name.endsWith(".npz")) {
                return NPZ;
            }
            throw new IllegalArgumentException(file + ": give a name that ends with .safetensors or .npz");
        }
    }

    @Override
    public Integer call() throws IOException {
        Format format = Format.of(out);
        if (format == Format.NPZ && shards.isGiven()) {
            throw new IllegalArgumentException("--shard-size: an .npz file is always one; write .safetensors");
        }
        LoadOptions changes = mapping.addTo(LoadOptions.strict());
        if (!reporting.isExplaining()) {
            Destination destination = new Destination(out, format.content);
            destination.check(new InputFiles(List.of(), List.of(in)));
            overwriting.check(destination);
        }
        return Interruption.interruptible(() -> convert(format, changes));
    }

    private int convert(Format format, LoadOptions changes) throws IOException {
        try (StoredWeights weights = StoredWeights.open(in, changes)) {
            WeightCopy same = WeightCopy.of(weights);
            WeightCopy typed = dtype == null ? same : same.withDType(dtype);
            WeightCopy copy = skippingUnreadable ? typed.skippingUnreadable() : typed;
            if (reporting.isExplaining()) {
                show(weights, explain(format, copy));
                output.line("nothing was written");
                return 0;
            }
            long bytes =
                    weights.tensors().stream().mapToLong(WeightTensor::bytes).sum();
            long start = System.nanoTime();
            List<CopiedTensor> copied;
            try (Progress progress = output.progress("convert", bytes)) {
                copied = write(format, copy.withProgress(progress::add));
            }
            show(weights, copied);
            output.line(out + ": " + Numbers.count(copied.size(), "tensor") + ", " + Numbers.bytes(bytes)
                    + " read from " + in);
            output.note("in " + Numbers.measured((System.nanoTime() - start) / 1e9) + " s");
            if (format == Format.NPZ && !weights.metadata().isEmpty()) {
                output.note("left out: the metadata, for which an .npz file has no place");
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            // An interrupted thread closes the files that it reads and writes.
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            output.problem("interrupted; " + out + " is as it was before");
            return Failures.INTERRUPTED;
        }
    }

    private static List<CopiedTensor> explain(Format format, WeightCopy copy) throws IOException {
        return switch (format) {
            case SAFETENSORS -> copy.explain();
            case NPZ -> copy.explainNpz();
        };
    }

    private List<CopiedTensor> write(Format format, WeightCopy copy) throws IOException {
        return switch (format) {
            case SAFETENSORS -> copy.toSafetensors(out, shards.addTo(SaveOptions.defaults()));
            case NPZ -> copy.toNpz(out);
        };
    }

    private void show(StoredWeights weights, List<CopiedTensor> copied) {
        output.table(reporting.table(copied.stream()
                .map(tensor -> TensorChange.of(tensor, Optional.ofNullable(dtype)))
                .toList()));
        List<String> skipped = Stream.concat(
                        weights.ignored().stream(),
                        weights.unreadable().stream().map(UnreadableTensor::toString))
                .map(tensor -> "left out: " + tensor)
                .toList();
        reporting.lines(skipped).forEach(output::line);
    }
}
