package org.initweights.spark;

import java.io.IOException;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;

/** Whether a stretch of a published file still has the checksum that it had when it was written. */
record ManifestCheck(CheckpointRun run, Manifest manifest) implements Function<Integer, Boolean> {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean call(Integer number) throws IOException {
        Manifest.Line line = manifest.lines().get(number);
        HadoopFolder files = run.files();
        Path file = run.names().usual(line.file());
        OptionalLong length = files.length(file);
        return length.isPresent()
                && length.getAsLong() >= line.to()
                && FileChecksum.of(files.files(), file, line.from(), line.to() - line.from()) == line.checksum();
    }
}
