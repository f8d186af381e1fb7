package org.initweights.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Processor;
import org.initweights.processor.InitWeightsProcessor;
import org.jspecify.annotations.Nullable;
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

/** Compiles models of twenty parameters with the processor, and the same classes without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 5)
@Measurement(iterations = 8)
public class CompileTimeBenchmark {

    @Param({"1", "10", "100", "1000"})
    public int models;

    private Path folder = Path.of("");
    private List<Path> written = List.of();
    private List<Path> all = List.of();
    private Map<String, String> generated = Map.of();

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("models");
        written = Sources.write(Files.createDirectory(folder.resolve("src")), models);
        Path output = Files.createDirectory(folder.resolve("generated"));
        Javac.compile(written, output, new InitWeightsProcessor());
        all = new ArrayList<>(written);
        all.addAll(Sources.in(output));
        generated = new HashMap<>();
        for (Path file : Sources.in(output)) {
            generated.put("models." + file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Sources.delete(folder);
    }

    /** The models alone, without their initialisation. */
    @Benchmark
    public void modelsAlone() throws IOException {
        compile(written, null);
    }

    /** The models and the finished files, as if they had been written by hand. */
    @Benchmark
    public void handWritten() throws IOException {
        compile(all, null);
    }

    /** A processor that copies the finished files. */
    @Benchmark
    public void copied() throws IOException {
        compile(written, new CopyProcessor(generated));
    }

    /** The models, with the processor. */
    @Benchmark
    public void processed() throws IOException {
        compile(written, new InitWeightsProcessor());
    }

    private static void compile(List<Path> files, @Nullable Processor processor) throws IOException {
        Path output = Files.createTempDirectory("classes");
        Javac.compile(files, output, processor);
        Sources.delete(output);
    }
}
