package org.initweights.benchmarks.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.io.LoadReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * A checkpoint of 256 MB, written and read, beside writes and reads of the same bytes from memory that is no part of the heap. Both
 * writers force the file to the disk and rename it. {@code -prof gc} shows what one save allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CheckpointBenchmark {

    private static final int CHUNK = 1 << 20;
    private static final long BYTES = 256 << 20;
    private static final int TENSORS = 32;

    @Param({"F32", "BF16"})
    public DType dtype;

    private Path folder;
    private Path saved;
    private Parameters parameters;
    private ByteBuffer bytes;

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("checkpoint");
        saved = folder.resolve("saved.safetensors");
        long elements = BYTES / TENSORS / dtype.bytes();
        parameters = Weights.of(weights -> {
                    for (int i = 0; i < TENSORS; i++) {
                        weights.tensor("t" + i, TensorShape.of(elements), dtype, Initializers.uniform(0, 1));
                    }
                })
                .initialize(1)
                .parameters();
        parameters.save(saved);
        bytes = ByteBuffer.allocateDirect((int) Files.size(saved));
        try (FileChannel channel = FileChannel.open(saved)) {
            while (bytes.hasRemaining()) {
                channel.read(bytes);
            }
        }
    }

    @TearDown
    public void remove() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The limit. */
    @Benchmark
    public void plainWrites() throws IOException {
        Path temporary = folder.resolve("plain.tmp");
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int at = 0; at < bytes.capacity(); at += CHUNK) {
                ByteBuffer chunk = bytes.slice(at, Math.min(CHUNK, bytes.capacity() - at));
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        }
        Files.move(
                temporary,
                folder.resolve("plain"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Drawn straight into the file. */
    @Benchmark
    public void initializePlan() throws IOException {
        Plan.of(parameters).initialize(folder.resolve("planned.safetensors"), RandomSource.seeded(1));
    }

    @Benchmark
    public void save() throws IOException {
        parameters.save(folder.resolve("model.safetensors"));
    }

    /** The limit, of a file in the page cache. */
    @Benchmark
    public void plainReads() throws IOException {
        try (FileChannel channel = FileChannel.open(saved)) {
            for (int at = 0; at < bytes.capacity(); at += CHUNK) {
                ByteBuffer chunk = bytes.slice(at, Math.min(CHUNK, bytes.capacity() - at));
                while (chunk.hasRemaining()) {
                    channel.read(chunk);
                }
            }
        }
    }

    @Benchmark
    public LoadReport load() throws IOException {
        return parameters.load(saved);
    }
}
