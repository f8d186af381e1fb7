package org.initweights.cli.input;

import java.util.Arrays;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import picocli.CommandLine.Option;

/** Where random numbers come from. */
public final class SourceOptions {

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The seed of the random numbers; ${DEFAULT-VALUE} if none is given.")
    private long seed;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            defaultValue = "seeded",
            description = {
                "seeded: the library's own numbers, those of each parameter by its name (the default);",
                "torch: PyTorch's after torch.manual_seed;",
                "jax: JAX's, of a key for each parameter."
            })
    private Kind kind = Kind.SEEDED;

    private enum Kind {
        SEEDED,
        TORCH,
        JAX
    }

    /** The source, at its beginning. */
    public RandomSource source() {
        return source(kind, seed);
    }

    /**
     * The source of a text, {@code torch:7}, at its beginning; without a seed it has the seed of these options.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public RandomSource source(String text) {
        int divider = text.indexOf(':');
        String name = divider < 0 ? text : text.substring(0, divider);
        Kind named = Arrays.stream(Kind.values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(text));
        try {
            return source(named, divider < 0 ? seed : Long.parseLong(text.substring(divider + 1)));
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("'" + text
                + "' is no source of random numbers; write seeded, torch or jax, with a seed as in torch:42");
    }

    private static RandomSource source(Kind kind, long seed) {
        return switch (kind) {
            case SEEDED -> RandomSource.seeded(seed);
            case TORCH -> RandomSource.torch(seed);
            case JAX -> RandomSource.jax(seed);
        };
    }

    /** Files that say which seed and source they are of. */
    public SaveOptions files() {
        return SaveOptions.defaults().withMetadata("seed", Long.toString(seed)).withSource(source());
    }
}
