package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.initweights.InitializeOptions;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.cli.input.BaseOptions;
import org.initweights.cli.input.ByteSize;
import org.initweights.cli.input.Destination;
import org.initweights.cli.input.InputFiles;
import org.initweights.cli.input.Overwriting;
import org.initweights.cli.input.PlanArgument;
import org.initweights.cli.input.Reporting;
import org.initweights.cli.input.Shards;
import org.initweights.cli.input.SourceOptions;
import org.initweights.cli.input.Threads;
import org.initweights.cli.output.CommandWords;
import org.initweights.cli.output.Numbers;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.TensorChange;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.io.LoadedTensor;
import org.initweights.io.SaveOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Initialises a plan into a checkpoint. */
@Command(
        name = "init",
        description = {
            "Initialise a plan straight into a safetensors checkpoint, in bounded memory; with --from, beginning with the weights of another.",
            "A run that was interrupted goes on when it is run again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights init mlp.json -o mlp.safetensors",
            "  initweights init acme.jar --model Mlp --size in=784 --size out=10 --seed 7 -o mlp.safetensors",
            "  initweights init llama.json --dtype BF16 --source torch --max-shard-size 5GB -o llama/model.safetensors",
            "  initweights init tuned.json --from base.safetensors --without-prefix model. --rest seeded:7 -o tuned.safetensors",
            "  initweights init tuned.json --from gpt2/ --rename '^h\\.(\\d+)=blocks.$1' --transpose '**.c_attn.weight' --explain -o t.safetensors"
        })
final class InitCommand implements Callable<Integer> {

    private static final int REFUSED = 2;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The checkpoint to write.")
    private Path checkpoint;

    @Mixin
    private PlanArgument argument;

    @Mixin
    private BaseOptions base;

    @Mixin
    private SourceOptions source;

    @Mixin
    private Shards shards;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "64MiB",
            converter = ByteSize.Converter.class,
            description =
                    "For elements on their way to the file, of all threads together; ${DEFAULT-VALUE} if it is not given.")
    private ByteSize memory;

    @Mixin
    private Threads threads;

    @Option(names = "--restart", description = "Begin anew, whatever an interrupted run left.")
    private boolean restart;

    @Mixin
    private Overwriting overwriting;

    @Mixin
    private Reporting reporting;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        base.check();
        Optional<Path> weights = base.file();
        Plan plan = argument.read();
        if (reporting.isExplaining()) {
            return explain(
                    plan,
                    weights.orElseThrow(() -> new IllegalArgumentException(
                            "--explain shows where weights go: give --from BASE; 'initweights plan' shows a plan")));
        }
        Destination destination = new Destination(checkpoint, Destination.Content.CHECKPOINT);
        destination.check(
                new InputFiles(List.of(argument.path()), weights.stream().toList()).with(plan));
        if (!goesOn()) {
            // What goes on was allowed when it began, and may have published what it wrote.
            overwriting.check(destination);
        }
        return Interruption.interruptible(() -> weights.isPresent() ? begin(plan, weights.get()) : initialize(plan));
    }

    private boolean goesOn() throws IOException {
        return !restart && Plan.isInterrupted(checkpoint);
    }

    private void sayThatItGoesOn() {
        output.note(checkpoint + ": going on where an interrupted run stopped; --restart begins anew");
    }

    /** What an initialisation does, on these threads and with this progress. */
    private interface Work {
        void run(InitializeOptions options) throws IOException;
    }

    private int initialize(Plan plan) throws IOException {
        return run(plan, source.files(), options -> plan.initialize(checkpoint, source.source(), options), () -> {
            output.line(size(plan) + " from " + source.source());
        });
    }

    private int begin(Plan plan, Path weights) throws IOException {
        LoadOptions mapping = base.options(source);
        LoadReport report = plan.parameters().explainLoad(weights, mapping);
        List<LoadedTensor> loaded = new ArrayList<>();
        return run(
                plan,
                base.files(source),
                options -> loaded.addAll(plan.initialize(checkpoint, weights, mapping, options)),
                () -> {
                    show(plan, loaded, report);
                    output.line(size(plan) + " from " + String.join(" and ", base.sources(source)));
                });
    }

    private int run(Plan plan, SaveOptions files, Work work, Runnable last) throws IOException {
        long start = System.nanoTime();
        long bytes = bytes(plan);
        InitializeOptions options =
                InitializeOptions.defaults().withMemory(memory.bytes()).withFiles(shards.addTo(files));
        InitializeOptions anew = restart ? options.startOver() : options;
        // What was interrupted may be of another plan or seed: that it goes on is said when something of it is done.
        Runnable begun = goesOn() ? this::sayThatItGoesOn : () -> {};
        try (Progress progress = output.progress("init", bytes)) {
            ElementProgress elements = new ElementProgress(progress, bytes, begun);
            threads.run(execution -> work.run(anew.withExecution(execution.withProgress(elements))));
            elements.complete();
        } catch (IOException | RuntimeException e) {
            // An interrupted thread closes the files that it writes, which others may find closed first.
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            output.problem("interrupted; what is complete is kept beside " + checkpoint
                    + ", and the same command goes on from there");
            return Failures.INTERRUPTED;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        last.run();
        output.note("in " + Numbers.measured(seconds) + " s");
        return 0;
    }

    private int explain(Plan plan, Path weights) throws IOException {
        LoadReport report = plan.parameters().explainLoad(weights, base.options(source));
        show(plan, report.tensors(), report);
        int known = report.tensors().size() + report.initialized().size();
        if (base.isRefused(report) || known < plan.parameters().size()) {
            output.problem(weights + ": it does not fit the plan, so nothing would be written"
                    + CommandWords.cure(report.toString()));
            return REFUSED;
        }
        output.line("nothing was written");
        return 0;
    }

    /** All parameters in the order of the plan, then what does not fit. */
    private void show(Plan plan, List<LoadedTensor> loaded, LoadReport report) {
        Map<String, TensorChange> changes = new LinkedHashMap<>();
        loaded.forEach(tensor -> changes.put(tensor.name(), TensorChange.of(tensor)));
        report.initialized().forEach(name -> changes.put(name, TensorChange.initialized(name)));
        output.table(reporting.table(plan.parameters().stream()
                .map(Parameter::name)
                .map(changes::get)
                .filter(Objects::nonNull)
                .toList()));
        List<String> others = Stream.concat(
                        report.ignored().stream().map(name -> "left out: " + name),
                        report.skipped().stream()
                                .map(mismatch -> "does not fit: " + CommandWords.of(mismatch.toString())))
                .toList();
        reporting.lines(others).forEach(output::line);
    }

    private String size(Plan plan) {
        return checkpoint + ": " + Numbers.count(plan.parameters().size(), "parameter") + ", "
                + Numbers.count(plan.parameters().elements(), "element") + ", " + Numbers.bytes(bytes(plan));
    }

    private static long bytes(Plan plan) {
        return plan.parameters().stream()
                .mapToLong(parameter -> parameter.elements() * parameter.dtype().bytes())
                .sum();
    }
}
