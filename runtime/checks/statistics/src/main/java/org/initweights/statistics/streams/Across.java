package org.initweights.statistics.streams;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Groups of tests of many streams. */
public enum Across {

    /** Neighbours do not go together. */
    CORRELATIONS,

    /** Keys depend on each bit of seed and name, and collide as seldom as they must. */
    KEYS,

    /** A thousand million values of each distribution. */
    VALUES;

    /** The tests, one after the other. */
    public List<StreamTest> tests() {
        return switch (this) {
            case CORRELATIONS ->
                List.of(
                        new Correlations(Neighbours.PATHS, 1000, normal(), 4096),
                        new Correlations(Neighbours.SEEDS, 1000, normal(), 4096),
                        new Correlations(Neighbours.PATHS, 1000, uniform(-1, 1), 4096),
                        new Correlations(Neighbours.SEEDS, 1000, uniform(-1, 1), 4096));
            case KEYS ->
                List.of(
                        new Avalanche(Input.SEED, 200_000),
                        new Avalanche(Input.NAME, 200_000),
                        new KeyCollisions(Neighbours.PATHS, 1 << 24),
                        new KeyCollisions(Neighbours.SEEDS, 1 << 24));
            case VALUES ->
                List.of(
                        new Values(StreamShape.UNIFORM, 1 << 16, 64, 1 << 24),
                        new Values(StreamShape.NORMAL, 1 << 16, 64, 1 << 24),
                        new Values(StreamShape.CENTRAL, 1 << 12, 64, 1 << 24),
                        new Values(StreamShape.ONE_SIDED, 1 << 12, 64, 1 << 24),
                        new Values(StreamShape.FAR_TAIL, 1 << 6, 64, 1 << 24));
        };
    }

    /** The group that is called so, in lower case. */
    public static Optional<Across> named(String name) {
        return Arrays.stream(values())
                .filter(group -> group.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
