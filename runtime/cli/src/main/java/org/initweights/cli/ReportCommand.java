package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.initweights.Nonlinearity;
import org.initweights.cli.input.Destination;
import org.initweights.cli.input.InputFiles;
import org.initweights.cli.input.PlanOptions;
import org.initweights.cli.input.ReportInput;
import org.initweights.cli.input.SourceOptions;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import org.initweights.report.InitReport;
import org.initweights.report.ReportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a report. */
@Command(
        name = "report",
        description = {
            "Report on weights: what they are like, what they should be like, and what is probably wrong.",
            "A plan is initialised for it, into a file that is removed after."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights report model.safetensors",
            "  initweights report model.safetensors --plan model.json -o model.html",
            "  initweights report acme.jar --model Mlp --size in=784 --size out=10 --activation RELU -o mlp.png"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A checkpoint, or a plan: what 'initweights plan' takes.")
    private Path path;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where to write it: .html is a page, .png a picture, any other text. To the terminal if it is not given.")
    private @Nullable Path file;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "How the tensors of the checkpoint should have started.")
    private @Nullable Path plan;

    @Mixin
    private PlanOptions planOptions;

    @Mixin
    private SourceOptions source;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description =
                    "What the inputs of the weights went through before, for the picture of the signal: ${COMPLETION-CANDIDATES}.")
    private Nonlinearity activation = Nonlinearity.LINEAR;

    @Option(names = "--title", paramLabel = "TEXT", description = "The title; the name of the file if it is not given.")
    private @Nullable String title;

    @Option(names = "--json", description = "Show it as JSON.")
    private boolean json;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        checkUse();
        if (file != null) {
            new Destination(file, Destination.Content.REPORT).check(inputs());
        }
        InitReport report = Interruption.interruptible(this::report);
        if (json) {
            output.json(ReportData.of(report));
        } else if (file == null) {
            output.line(report.text());
        }
        if (file != null) {
            write(report, file);
            output.note("wrote " + file + ", with " + report.warnings().size() + " warnings");
        }
        return 0;
    }

    /** Refuses options that this report has no use for. */
    private void checkUse() {
        if (planOptions.isPlan(path)) {
            refuse(List.of("--plan"), path + " is a plan itself");
            return;
        }
        refuse(List.of("--seed", "--source"), "nothing is drawn for " + path + ", which is no plan");
        if (plan == null) {
            refuse(List.of("--model", "--size", "--dtype"), path + " is no plan; give one by --plan PLAN");
        }
    }

    private void refuse(List<String> options, String reason) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new IllegalArgumentException(option + ": " + reason);
            }
        }
    }

    private InputFiles inputs() {
        boolean isPlan = planOptions.isPlan(path);
        List<Path> plans =
                Stream.of(isPlan ? path : plan).filter(Objects::nonNull).toList();
        return new InputFiles(plans, isPlan ? List.of() : List.of(path));
    }

    private InitReport report() throws IOException {
        try (ReportInput input = input();
                Progress progress = output.progress("read", input.bytes())) {
            ReportOptions options = ReportOptions.defaults()
                    .withTitle(title == null ? String.valueOf(path.getFileName()) : title)
                    .withNote(input.source())
                    .withActivation(activation);
            return InitReport.of(input.tensors(progress::add), options);
        }
    }

    private ReportInput input() throws IOException {
        if (planOptions.isPlan(path)) {
            return ReportInput.ofPlan(planOptions.read(path), source);
        }
        return ReportInput.ofCheckpoint(path, plan == null ? null : planOptions.read(plan));
    }

    private static void write(InitReport report, Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            report.writeHtml(file);
        } else if (name.endsWith(".png")) {
            report.writePng(file);
        } else {
            report.writeText(file);
        }
    }
}
