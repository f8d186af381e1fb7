package org.initweights.cli;

import static org.initweights.Initializers.kaimingUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Plan;

/** Plans to run commands on. */
final class Plans {

    private Plans() {}

    /** Four parameters with 417 elements, one a scalar. */
    static Path small(Path folder) throws IOException {
        return written(
                folder.resolve("small.json"),
                Plan.of(p -> p.tensor("embed.weight", normal(0, 0.02), 20, 10)
                        .tensor("fc.weight", kaimingUniform(), 8, 26)
                        .tensor("fc.bias", zeros(), 8)
                        .tensor("scale", ones())));
    }

    static Path written(Path file, Plan plan) throws IOException {
        plan.write(file);
        return file;
    }
}
