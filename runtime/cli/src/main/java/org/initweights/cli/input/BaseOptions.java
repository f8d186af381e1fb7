package org.initweights.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.io.SaveOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The weights that a new checkpoint begins with, and where the others come from. */
public final class BaseOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--from",
            paramLabel = "BASE",
            description =
                    "Begin with the weights of a file: safetensors (a file, the index of several, a folder with one of both), .npz or GGUF. All parameters must be there, and nothing else.")
    private @Nullable Path base;

    @Option(
            names = "--rest",
            paramLabel = "SOURCE[:SEED]",
            description =
                    "Parameters that BASE does not have start as the plan says: seeded, torch:42, jax:7. Without SEED, --seed is taken.")
    private @Nullable String rest;

    @Option(
            names = "--lenient",
            description =
                    "Leave tensors of BASE alone that the plan does not have; those of another shape or type start as the rest.")
    private boolean lenient;

    @Option(
            names = "--convert",
            description = "Round floats of another type to the plan's, to nearest even. Without it they are refused.")
    private boolean converted;

    @Mixin
    private MappingOptions mapping;

    /** The file that the checkpoint begins with, if it does. */
    public Optional<Path> file() {
        return Optional.ofNullable(base);
    }

    /**
     * Refuses options that do not go together.
     *
     * @throws IllegalArgumentException if that is so
     */
    public void check() {
        if (base == null) {
            refuse(rest != null, "--rest");
            refuse(lenient, "--lenient");
            refuse(converted, "--convert");
            refuse(!mapping.isEmpty(), "another name or order of axes");
        } else if (command.commandLine().getParseResult().hasMatchedOption("--source")) {
            throw new IllegalArgumentException(
                    "--source and --from: what " + base + " does not have starts from --rest, such as --rest torch:42");
        }
    }

    private static void refuse(boolean given, String option) {
        if (given) {
            throw new IllegalArgumentException(option + " is for weights that are there: give --from BASE");
        }
    }

    /** How the file's tensors become parameters. */
    public LoadOptions options(SourceOptions sources) {
        LoadOptions options = mapping.addTo(lenient ? LoadOptions.lenient() : LoadOptions.strict());
        if (converted) {
            options = options.converted();
        }
        return rest == null ? options : options.initializingRest(sources.source(rest));
    }

    /** Whether what does not fit keeps the whole from being written. */
    public boolean isRefused(LoadReport report) {
        return !lenient && !report.skipped().isEmpty();
    }

    /** Files that say what they began with, and where the rest comes from. */
    public SaveOptions files(SourceOptions sources) {
        // Not the whole path: it is nobody else's business.
        Path name = base == null ? null : base.getFileName();
        SaveOptions files = SaveOptions.defaults().withMetadata("base", String.valueOf(name == null ? base : name));
        return rest == null ? files : files.withSource(sources.source(rest));
    }

    /** What the rest comes from, as text. */
    public List<String> sources(SourceOptions sources) {
        List<String> texts = new ArrayList<>(List.of(String.valueOf(base)));
        if (rest != null) {
            texts.add(sources.source(rest).toString());
        }
        return texts;
    }
}
