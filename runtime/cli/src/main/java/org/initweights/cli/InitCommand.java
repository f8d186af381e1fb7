package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.initweights.InitializeOptions;
import org.initweights.Plan;
import org.initweights.cli.input.ByteSize;
import org.initweights.cli.input.PlanArgument;
import org.initweights.cli.input.SourceOptions;
import org.initweights.cli.input.Threads;
import org.initweights.cli.output.Numbers;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import org.initweights.io.SaveOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Initialises a plan into a checkpoint. */
@Command(
        name = "init",
        description = {
            "Initialise a plan straight into a safetensors checkpoint, in bounded memory.",
            "A run that was interrupted goes on when it is run again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights init mlp.json -o mlp.safetensors",
            "  initweights init acme.jar --model Mlp --size in=784 --size out=10 --seed 7 -o mlp.safetensors",
            "  initweights init llama.json --dtype BF16 --source torch --max-shard-size 5GB -o llama/model.safetensors"
        })
final class InitCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The checkpoint to write.")
    private Path checkpoint;

    @Mixin
    private PlanArgument argument;

    @Mixin
    private SourceOptions source;

    @Option(
            names = "--max-shard-size",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Write several files with an index if one would have more than so many bytes: 5GB.")
    private @Nullable ByteSize shardSize;

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
    private Output output;

    @Override
    public Integer call() throws IOException {
        Plan plan = argument.read();
        long bytes = plan.parameters().stream()
                .mapToLong(parameter -> parameter.elements() * parameter.dtype().bytes())
                .sum();
        if (!restart && Plan.isInterrupted(checkpoint)) {
            output.note(checkpoint + ": going on where an interrupted run stopped; --restart begins anew");
        }
        return Interruption.interruptible(() -> initialize(plan, bytes));
    }

    private int initialize(Plan plan, long bytes) throws IOException {
        long start = System.nanoTime();
        try (Progress progress = output.progress("init", bytes)) {
            threads.run(execution -> plan.initialize(
                    checkpoint,
                    source.source(),
                    options().withExecution(execution.withProgress(new ElementProgress(progress, bytes)))));
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
        output.line(checkpoint + ": " + Numbers.count(plan.parameters().size(), "parameter") + ", "
                + Numbers.count(plan.parameters().elements(), "element") + ", " + Numbers.bytes(bytes) + " from "
                + source.source());
        output.note("in " + Numbers.measured(seconds) + " s");
        return 0;
    }

    private InitializeOptions options() {
        SaveOptions files = shardSize == null ? source.files() : source.files().withShardsOf(shardSize.bytes());
        InitializeOptions defaults =
                InitializeOptions.defaults().withMemory(memory.bytes()).withFiles(files);
        return restart ? defaults.startOver() : defaults;
    }
}
