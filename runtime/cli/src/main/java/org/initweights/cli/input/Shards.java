package org.initweights.cli.input;

import org.initweights.io.SaveOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many files a checkpoint becomes. */
public final class Shards {

    @Option(
            names = {"--max-shard-size", "--shard-size"},
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Write several files with an index if one would have more than so many bytes: 5GB.")
    private @Nullable ByteSize size;

    /** Whether a size is given. */
    public boolean isGiven() {
        return size != null;
    }

    /** Files of this size. */
    public SaveOptions addTo(SaveOptions options) {
        return size == null ? options : options.withShardsOf(size.bytes());
    }
}
