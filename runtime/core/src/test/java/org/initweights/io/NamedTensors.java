package org.initweights.io;

import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.Weights;

/** Tensors of given names and shapes, in files and in models. */
final class NamedTensors {

    private NamedTensors() {}

    /** A file of normal numbers. */
    static Parameters saved(Path file, Map<String, long[]> tensors) throws IOException {
        Parameters parameters = Weights.of(w -> tensors.forEach((name, dims) -> w.tensor(name, normal(0, 1), dims)))
                .initialize(7)
                .parameters();
        parameters.save(file);
        return parameters;
    }

    /** A model in which each element is -9, and starts so. */
    static Parameters model(Map<String, long[]> tensors) {
        return Weights.of(w -> tensors.forEach((name, dims) -> w.tensor(name, constant(-9), dims)))
                .initialize(1)
                .parameters();
    }
}
