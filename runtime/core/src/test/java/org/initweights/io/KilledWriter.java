package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.initweights.InitializeOptions;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;

/** Saves a model again and again, the n-th time with all its values n, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    /** The two ways to write a checkpoint, each with a model of which all values are the same. */
    enum Way {
        SAVE {
            @Override
            void write(Parameters model, double value, Path file, long shardBytes) throws IOException {
                save(model, value, file, shardBytes);
            }
        },
        INITIALIZE {
            @Override
            void write(Parameters model, double value, Path file, long shardBytes) throws IOException {
                InitializeOptions options = InitializeOptions.defaults()
                        .withFiles(SaveOptions.defaults().withShardsOf(shardBytes))
                        .startOver();
                Plan.of(builder -> tensors(builder, Initializers.constant(value)))
                        .initialize(file, RandomSource.seeded(0), options);
            }
        };

        abstract void write(Parameters model, double value, Path file, long shardBytes) throws IOException;
    }

    /** 2 MB in several tensors. */
    static Parameters model() {
        return Weights.of(builder -> tensors(builder, Initializers.zeros())).parameters();
    }

    private static void tensors(WeightsBuilder builder, Initializer initializer) {
        for (int i = 0; i < 8; i++) {
            builder.tensor("t" + i, initializer, 256, 256);
        }
    }

    /** Saves a model of which all values are the same. */
    static void save(Parameters model, double value, Path file, long shardBytes) throws IOException {
        model.with(Initializers.constant(value)).initialize(0);
        model.save(file, SaveOptions.defaults().withShardsOf(shardBytes));
    }

    /**
     * The arguments: the way, the file, the value after which it goes on, and how many bytes of data a file may have, one number for each
     * save in turn. Says each value that it has saved.
     */
    public static void main(String[] args) throws IOException {
        Parameters model = model();
        long[] shardBytes =
                Arrays.stream(args).skip(3).mapToLong(Long::parseLong).toArray();
        for (int value = Integer.parseInt(args[2]) + 1; ; value++) {
            Way.valueOf(args[0]).write(model, value, Path.of(args[1]), shardBytes[value % shardBytes.length]);
            System.out.println(value);
        }
    }
}
