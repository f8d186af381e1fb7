package org.initweights.statistics.streams;

import org.initweights.Initializer;
import org.initweights.Weights;
import org.initweights.internal.random.StreamKey;

/** Parameters that are alike but for one number. */
public enum Neighbours {
    /** {@code layers.0.weight}, {@code layers.1.weight}, and so on, under one seed. */
    PATHS {
        @Override
        String path(int number) {
            return "layers." + number + ".weight";
        }

        @Override
        long seed(long first, int number) {
            return first;
        }
    },
    /** One parameter under seeds that follow each other. */
    SEEDS {
        @Override
        String path(int number) {
            return "layers.0.weight";
        }

        @Override
        long seed(long first, int number) {
            return first + number;
        }
    };

    abstract String path(int number);

    abstract long seed(long first, int number);

    StreamKey key(long first, int number) {
        return StreamKey.of(seed(first, number), path(number));
    }

    /** The values of the neighbour of this number. */
    float[] draw(Initializer initializer, long first, int number, int elements) {
        return Weights.of(weights -> weights.tensor(path(number), initializer, elements))
                .initialize(seed(first, number))
                .floats(path(number));
    }
}
