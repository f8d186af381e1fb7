package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.generated.TensorType;

/** Saves a model again and again, the n-th time with all its values n, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    /** 8 MB in several tensors. */
    static Parameters model() {
        return SampleParameters.collect(p -> {
            for (int i = 0; i < 8; i++) {
                SampleParameters.add(p, "t" + i, TensorType.FLOATS, 512, 512);
            }
        });
    }

    /** The arguments: the file, and how many bytes of data a file may have. */
    public static void main(String[] args) throws IOException {
        Parameters model = model();
        SaveOptions options = SaveOptions.defaults().withShardsOf(Long.parseLong(args[1]));
        System.out.println("ready");
        for (int generation = 1; ; generation++) {
            model.with(Initializers.constant(generation)).initialize(0);
            model.save(Path.of(args[0]), options);
        }
    }
}
