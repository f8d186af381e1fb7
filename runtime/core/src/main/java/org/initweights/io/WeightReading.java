package org.initweights.io;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import org.initweights.Parameters;

/**
 * Loads parameters from files of any format: what {@link Parameters} calls.
 *
 * <p>Any thread may call these methods. Until they return, no other may read or write the parameters.
 */
public final class WeightReading {

    private WeightReading() {}

    /** See {@link Parameters#load(Path, LoadOptions)}. */
    public static LoadReport load(Parameters parameters, Path path, LoadOptions options) throws IOException {
        return WeightFile.read(path, tensors -> Loader.load(parameters, tensors, options));
    }

    /** See {@link Parameters#load(ReadableByteChannel, LoadOptions)}. */
    public static LoadReport load(Parameters parameters, ReadableByteChannel channel, LoadOptions options)
            throws IOException {
        return WeightFile.read(channel, tensors -> Loader.load(parameters, tensors, options));
    }

    /** See {@link Parameters#explainLoad(Path, LoadOptions)}. */
    public static LoadReport explain(Parameters parameters, Path path, LoadOptions options) throws IOException {
        return WeightFile.read(path, tensors -> Loader.explain(parameters, tensors, options));
    }
}
