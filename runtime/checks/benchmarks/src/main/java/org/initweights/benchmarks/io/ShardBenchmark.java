package org.initweights.benchmarks.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.initweights.DType;
import org.initweights.Execution;
import org.initweights.InitializeOptions;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
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
 * A checkpoint of 128 MB of normals, made by one thread: as the shards of a plan, each written to a channel in one pass, as tasks of a
 * cluster do, beside {@link Plan#initialize} with the same files. Both force nothing else than what they must to be whole.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 9)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ShardBenchmark {

    private static final long BYTES = 128 << 20;
    private static final int TENSORS = 8;
    private static final SaveOptions FILES = SaveOptions.defaults().withShardsOf(BYTES / 4 + (1 << 16));

    /** Whose numbers are drawn. */
    public enum Drawn {
        SEEDED(RandomSource.seeded(1)),
        JAX(RandomSource.jax(1)),
        TORCH(RandomSource.torch(1));

        private final RandomSource source;

        Drawn(RandomSource source) {
            this.source = source;
        }
    }

    @Param({"F32", "BF16"})
    public DType dtype;

    @Param
    public Drawn drawn;

    private Path folder;
    private Plan plan;

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("shards");
        long elements = BYTES / TENSORS / dtype.bytes();
        plan = Plan.of(p -> {
            for (int i = 0; i < TENSORS; i++) {
                p.tensor("t" + i, dtype, Initializers.normal(0, 0.02), elements);
            }
        });
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

    @Benchmark
    public void shards() throws IOException {
        for (Plan.Shard shard : plan.shards(FILES)) {
            try (FileChannel channel = FileChannel.open(
                    folder.resolve("shard-" + shard.fileName()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                shard.write(channel, drawn.source);
                channel.force(true);
            }
        }
    }

    @Benchmark
    public void initializePlan() throws IOException {
        plan.initialize(
                folder.resolve("model.safetensors"),
                drawn.source,
                InitializeOptions.defaults().withFiles(FILES).withExecution(Execution.serial()));
    }
}
