package org.initweights.samples.showcase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.initweights.Nonlinearity;
import org.initweights.Parameters;
import org.initweights.io.Safetensors;
import org.initweights.report.InitReport;
import org.initweights.report.ParameterTable;
import org.initweights.report.ReportOptions;

/** What the main program of every sample does with its model: initialises it, prints its parameters, saves them and reports on them. */
public final class Showcase {

    private static final long SEED = 42;

    private Showcase() {}

    /**
     * Shows one model.
     *
     * @param name the name of the files that are written, without their endings
     * @param initWeights the generated {@code initWeights(model, seed)}, or a method of the model that calls it
     * @param parameters the generated {@code parameters(model)}
     * @param directory where to write the files
     */
    public static <M> void run(
            String name,
            M model,
            ObjLongConsumer<? super M> initWeights,
            Function<? super M, Parameters> parameters,
            Path directory)
            throws IOException {
        run(name, model, initWeights, parameters, Nonlinearity.LINEAR, directory);
    }

    /**
     * Shows one model.
     *
     * @param name the name of the files that are written, without their endings
     * @param initWeights the generated {@code initWeights(model, seed)}, or a method of the model that calls it
     * @param parameters the generated {@code parameters(model)}
     * @param activation what most of the layers come after, for the report
     * @param directory where to write the files
     */
    public static <M> void run(
            String name,
            M model,
            ObjLongConsumer<? super M> initWeights,
            Function<? super M, Parameters> parameters,
            Nonlinearity activation,
            Path directory)
            throws IOException {
        long start = System.nanoTime();
        initWeights.accept(model, SEED);
        double milliseconds = (System.nanoTime() - start) / 1e6;

        Parameters initialized = parameters.apply(model);
        System.out.println(ParameterTable.of(initialized));
        System.out.printf(Locale.ROOT, "%,d elements, initialised in %.1f ms%n", initialized.elements(), milliseconds);

        Path file = Files.createDirectories(directory).resolve(name + ".safetensors");
        Safetensors.write(initialized, file);
        Path page = directory.resolve(name + ".html");
        ReportOptions options = ReportOptions.defaults()
                .withTitle(model.getClass().getSimpleName())
                .withNote("Seed " + SEED)
                .withActivation(activation);
        InitReport.of(initialized, options).writeHtml(page);
        System.out.println("Written to " + file + ", with a report in " + page);
    }

    /** The directory that the first argument of a program names; {@code target} if there is none. */
    public static Path directory(String... args) {
        return Path.of(args.length > 0 ? args[0] : "target");
    }
}
