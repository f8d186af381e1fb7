package org.initweights.cli.input;

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
