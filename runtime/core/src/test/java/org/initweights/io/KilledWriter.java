package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.Weights;

/** Saves a model again and again, the n-th time with all its values n, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    /** 2 MB in several tensors. */
    static Parameters model() {
        return Weights.of(builder -> {
                    for (int i = 0; i < 8; i++) {
                        builder.tensor("t" + i, Initializers.zeros(), 256, 256);
                    }
                })
                .parameters();
    }

    /** Saves a model of which all values are the same. */
    static void save(Parameters model, double value, Path file, long shardBytes) throws IOException {
        model.with(Initializers.constant(value)).initialize(0);
        model.save(file, SaveOptions.defaults().withShardsOf(shardBytes));
    }

    /**
     * The arguments: the file, the value after which it goes on, and how many bytes of data a file may have, one number for each save in
     * turn. Says each value that it has saved.
     */
    public static void main(String[] args) throws IOException {
        Parameters model = model();
        long[] shardBytes =
                Arrays.stream(args).skip(2).mapToLong(Long::parseLong).toArray();
        for (int value = Integer.parseInt(args[1]) + 1; ; value++) {
            save(model, value, Path.of(args[0]), shardBytes[value % shardBytes.length]);
            System.out.println(value);
        }
    }
}
