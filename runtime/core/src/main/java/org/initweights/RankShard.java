package org.initweights;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.internal.files.piece.RankFile;
import org.initweights.io.SaveOptions;

/**
 * What one rank of a {@link RankLayout} holds, and its file: safetensors with the parameters' names and the shapes of their slices.
 *
 * <p>Ranks are immutable, and threads may share them. Each write is done by the calling thread alone, in a few megabytes of memory, beside
 * what is made as a whole ({@link Parameter#draw(long, int, RandomSource, float[])} says what that is).
 */
public final class RankShard {

    private final int dataRank;
    private final int tensorRank;
    private final List<ParameterSlice> slices;
    private final RankFile file;

    RankShard(RankLayout layout, int dataRank, int tensorRank, List<ParameterSlice> slices, SaveOptions options) {
        this.dataRank = dataRank;
        this.tensorRank = tensorRank;
        this.slices = List.copyOf(slices);
        Map<String, String> metadata = new LinkedHashMap<>(
                options.metadata(slices.stream().map(ParameterSlice::parameter).toList()));
        if (!metadata.isEmpty()) {
            metadata.putIfAbsent("data_parallel", dataRank + " of " + layout.dataParallel());
            metadata.putIfAbsent("tensor_parallel", tensorRank + " of " + layout.tensorParallel());
        }
        List<RankFile.Part> parts = new ArrayList<>();
        slices.forEach(slice -> parts.add(new RankFile.Part(slice.parameter(), slice.shape(), slice.block())));
        this.file = RankFile.of(metadata, parts);
    }

    /** The data-parallel rank, from 0. */
    public int dataRank() {
        return dataRank;
    }

    /** The tensor-parallel rank, from 0. */
    public int tensorRank() {
        return tensorRank;
    }

    /** Its part of each parameter, in the order of the plan; also of those of which it has no element. */
    public List<ParameterSlice> slices() {
        return slices;
    }

    /** The name of its file: {@code model-dp0-tp3.safetensors}. */
    public String fileName() {
        return "model-dp" + dataRank + "-tp" + tensorRank + ".safetensors";
    }

    /** How many bytes the file has, with its header. */
    public long bytes() {
        return file.bytes();
    }

    /**
     * Writes the file, in one pass. The source stays where it stands; one that goes by order draws each parameter where
     * {@link Plan#initialize} would.
     *
     * @param channel takes the bytes from where it stands; it is not closed
     * @throws IOException if the channel fails; what it has then is the beginning of the file
     */
    public void write(WritableByteChannel channel, RandomSource random) throws IOException {
        write(channel, random, 0, bytes());
    }

    /**
     * Writes the bytes from {@code from} to before {@code to} of the same file.
     *
     * @throws IndexOutOfBoundsException if the file does not have them
     * @throws IOException if the channel fails
     */
    public void write(WritableByteChannel channel, RandomSource random, long from, long to) throws IOException {
        file.write(channel, random, from, to);
    }

    /** {@code model-dp0-tp3.safetensors, 3500000000 bytes}. */
    @Override
    public String toString() {
        return fileName() + ", " + bytes() + " bytes";
    }
}
