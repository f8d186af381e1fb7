package org.initweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.cli.input.Destination;
import org.initweights.cli.input.InputFiles;
import org.initweights.cli.input.PlanArgument;
import org.initweights.cli.output.Dims;
import org.initweights.cli.output.Numbers;
import org.initweights.cli.output.Output;
import org.initweights.cli.output.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a plan. */
@Command(
        name = "plan",
        description = "Show which parameters a model has, and how each starts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  initweights plan target/classes --model com.acme.Mlp --size in=784 --size out=10",
            "  initweights plan acme.jar --model Mlp --dtype BF16 -o mlp.json",
            "  initweights plan mlp.json --json"
        })
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private PlanArgument argument;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the plan to a file, with all sizes known and without sub-models.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Show it as JSON.")
    private boolean json;

    @Mixin
    private Output output;

    /** A plan as data. */
    private record Summary(List<Row> parameters, long elements, long trainable, long bytes) {}

    /** A parameter as data. */
    private record Row(
            String name,
            List<Long> shape,
            String dtype,
            String initializer,
            boolean trainable,
            long elements,
            long bytes) {

        static Row of(Parameter parameter) {
            return new Row(
                    parameter.name(),
                    Dims.of(parameter.shape()),
                    parameter.dtype().name(),
                    parameter.fill().toString(),
                    parameter.isTrainable(),
                    parameter.elements(),
                    parameter.elements() * parameter.dtype().bytes());
        }
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = argument.read();
        if (file != null) {
            new Destination(file, Destination.Content.PLAN)
                    .check(new InputFiles(List.of(argument.path()), List.of()).with(plan));
        }
        List<Row> rows = plan.parameters().stream().map(Row::of).toList();
        long bytes = rows.stream().mapToLong(Row::bytes).sum();
        if (json) {
            output.json(new Summary(
                    rows,
                    plan.parameters().elements(),
                    plan.parameters().trainable().elements(),
                    bytes));
        } else {
            show(plan.parameters(), bytes);
        }
        if (file != null) {
            plan.write(file);
            output.note("wrote " + file);
        }
        return 0;
    }

    private void show(org.initweights.Parameters parameters, long bytes) {
        Table table = new Table(4, "parameter", "shape", "dtype", "initializer", "elements");
        for (Parameter parameter : parameters) {
            table.add(
                    parameter.name(),
                    parameter.shape().toString(),
                    parameter.dtype().name(),
                    parameter.fill() + (parameter.isTrainable() ? "" : ", not trained"),
                    Numbers.count(parameter.elements()));
        }
        output.table(table);
        output.line(Numbers.count(parameters.size(), "parameter") + ", "
                + Numbers.count(parameters.elements(), "element") + trained(parameters) + ", " + Numbers.bytes(bytes));
    }

    private static String trained(org.initweights.Parameters parameters) {
        long trained = parameters.trainable().elements();
        return trained == parameters.elements() ? "" : " (" + Numbers.count(trained) + " trained)";
    }
}
