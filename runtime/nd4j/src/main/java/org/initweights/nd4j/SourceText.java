package org.initweights.nd4j;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.JaxKey;
import org.initweights.RandomSource;

/** A random source as text in a saved configuration: what its {@code toString()} says, which is how it was made. */
final class SourceText {

    private static final Pattern SEEDED = Pattern.compile("RandomSource\\.seeded\\((-?\\d+)\\)");
    private static final Pattern JAX =
            Pattern.compile("RandomSource\\.jax\\(JaxKey\\[(\\p{XDigit}{8}) (\\p{XDigit}{8})]\\)");

    private SourceText() {}

    /** The source; empty if it is one that goes on with each use, so that it is another one in each layer after it was read. */
    static Optional<RandomSource> read(String text) {
        Matcher seeded = SEEDED.matcher(text);
        if (seeded.matches()) {
            return Optional.of(RandomSource.seeded(Long.parseLong(seeded.group(1))));
        }
        Matcher jax = JAX.matcher(text);
        return jax.matches()
                ? Optional.of(RandomSource.jax(JaxKey.of64(Long.parseUnsignedLong(jax.group(1) + jax.group(2), 16))))
                : Optional.empty();
    }
}
