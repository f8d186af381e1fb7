package org.initweights.statistics.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.initweights.internal.random.StreamKey;

/** Which streams are read, and in which order. */
public enum WordSelection {

    /** One parameter, in the order of its elements. */
    SINGLE {
        @Override
        public WordOrder open(long seed) {
            return new ElementOrder(StreamKey.of(seed, "layers.0.weight"));
        }
    },

    /** 256 neighbouring paths of one seed, a word of each in turn. */
    PATHS {
        @Override
        public WordOrder open(long seed) {
            return new RoundRobin(keys(256, i -> StreamKey.of(seed, layer(i))));
        }
    },

    /** One path under 256 neighbouring seeds, a word of each in turn. */
    SEEDS {
        @Override
        public WordOrder open(long seed) {
            return new RoundRobin(keys(256, i -> StreamKey.of(seed + i, "layers.0.weight")));
        }
    },

    /** 64 neighbouring paths, 512 blocks of each in turn, the two words of a block side by side. */
    INTERLEAVED {
        @Override
        public WordOrder open(long seed) {
            return new BlockOrder(keys(64, i -> StreamKey.of(seed, layer(i))));
        }
    },

    /** The first two words of each path of one seed: {@code layers.0.weight}, {@code layers.1.weight}, and on without end. */
    FIRST_OF_PATHS {
        @Override
        public WordOrder open(long seed) {
            return new FirstBlocks(i -> StreamKey.of(seed, layer(i)));
        }
    },

    /** The first two words of one path under each seed: this one, the next, and on without end. */
    FIRST_OF_SEEDS {
        @Override
        public WordOrder open(long seed) {
            return new FirstBlocks(i -> StreamKey.of(seed + i, "layers.0.weight"));
        }
    };

    /** The words of this selection, from its beginning. */
    public abstract WordOrder open(long seed);

    /** The selection that is called so, in lower case and with hyphens. */
    public static WordSelection named(String name) {
        return Arrays.stream(values())
                .filter(selection -> selection.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no selection is called \"" + name + "\"; there are "
                        + Arrays.stream(values()).map(WordSelection::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String layer(long number) {
        return "layers." + number + ".weight";
    }

    private static StreamKey[] keys(int count, LongFunction<StreamKey> key) {
        return LongStream.range(0, count).mapToObj(key).toArray(StreamKey[]::new);
    }
}
