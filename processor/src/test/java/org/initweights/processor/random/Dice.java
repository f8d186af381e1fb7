package org.initweights.processor.random;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number of the range, both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
