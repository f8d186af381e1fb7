package org.initweights;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** The random sources, for tests of what holds whatever draws. */
final class EverySource {

    private EverySource() {}

    /** New ones of the seed 7 at each call, since some move on as they draw. */
    static Stream<Supplier<RandomSource>> suppliers() {
        return Stream.of(
                () -> RandomSource.seeded(7),
                () -> RandomSource.sequence(7),
                () -> RandomSource.torch(7),
                () -> RandomSource.torch(7, TorchVersion.V2_11),
                () -> RandomSource.jax(7));
    }
}
