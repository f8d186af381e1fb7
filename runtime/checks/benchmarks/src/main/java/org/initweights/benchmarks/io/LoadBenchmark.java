package org.initweights.benchmarks.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A file of 400 MB, on the disk or in the page cache, loaded into parameters of the same and of other types, beside reads of as many bytes as
 * the file has, and of as many as the model has, into memory outside of the heap. GNU's {@code dd} empties the cache. {@code -prof gc}
 * shows what a load allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
@Fork(value = 3, jvmArgsAppend = "-Xmx3g")
public class LoadBenchmark {

    private static final int CHUNK = 1 << 20;
    private static final long BYTES = 400L << 20;
    private static final int TENSORS = 16;

    /** The types in the file and in the model. */
    public enum Types {
        F32_TO_F32(DType.F32, DType.F32),
        BF16_TO_F32(DType.BF16, DType.F32),
        F16_TO_F32(DType.F16, DType.F32),
        F32_TO_BF16(DType.F32, DType.BF16),
        F32_TO_F16(DType.F32, DType.F16),
        F64_TO_F32(DType.F64, DType.F32);

        private final DType inFile;
        private final DType inModel;

        Types(DType inFile, DType inModel) {
            this.inFile = inFile;
            this.inModel = inModel;
        }
    }

    /** Where the file is when it is read. */
    public enum Place {
        DISK,
        PAGE_CACHE
    }

    @Param
    public Types types;

    @Param
    public Place place;

    private Path file;
    private Parameters parameters;
    private ByteBuffer bytes;
    private long bytesInModel;

    @Setup
    public void prepare() throws IOException {
        file = Files.createTempFile("load", ".safetensors");
        long elements = BYTES / TENSORS / types.inFile.bytes();
        tensors(types.inFile, elements).initialize(1).parameters().save(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        parameters = tensors(types.inModel, elements).initialize(1).parameters();
        bytesInModel = BYTES / types.inFile.bytes() * types.inModel.bytes();
        bytes = ByteBuffer.allocateDirect((int) Math.max(Files.size(file), bytesInModel));
    }

    /** Takes the file out of the page cache, if it is to be read from the disk. */
    @Setup(Level.Invocation)
    public void place() throws IOException, InterruptedException {
        if (place == Place.DISK
                && new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0", "status=none")
                                .inheritIO()
                                .start()
                                .waitFor()
                        != 0) {
            throw new IOException("dd did not take " + file + " out of the page cache");
        }
    }

    private static Weights tensors(DType type, long elements) {
        return Weights.of(weights -> {
            for (int i = 0; i < TENSORS; i++) {
                weights.tensor("t" + i, TensorShape.of(elements), type, Initializers.normal(0, 0.02));
            }
        });
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    /** As many bytes as the file has. */
    @Benchmark
    public void plainReads() throws IOException {
        read(Files.size(file));
    }

    /** As many bytes as the model has; a smaller file is read twice. */
    @Benchmark
    public void plainReadsOfTheModelsBytes() throws IOException {
        read(bytesInModel);
    }

    private void read(long count) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at = 0; at < count; at += CHUNK) {
                ByteBuffer chunk = bytes.slice((int) at, (int) Math.min(CHUNK, count - at));
                while (chunk.hasRemaining()) {
                    if (channel.read(chunk) < 0) {
                        channel.position(0);
                    }
                }
            }
        }
    }

    @Benchmark
    public LoadReport load() throws IOException {
        return parameters.load(file, LoadOptions.strict().converted());
    }
}
