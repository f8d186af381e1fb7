package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.table;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.initweights.AxisSlice;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables and slices as NumPy reads them from safetensors. What is defined to the bit has NumPy's bytes; functions of which nobody promises the
 * last bit are within the bounds of {@link StrictMath}.
 *
 * <p>{@code -Dinitweights.numpy.tables=…} asks for more tables, {@code -Dinitweights.random.seed=…} for others.
 */
class NumPyTablesTest {

    /** Reads safetensors, and rounds once from doubles, in a few lines of its own. */
    private static final String READER = """
            import json, struct, sys, numpy as np
            np.seterr(all='ignore')
            types = {'F64': '<f8', 'F32': '<f4', 'F16': '<f2', 'BF16': '<u2', 'I64': '<i8', 'I32': '<i4'}
            data = open('tables.safetensors', 'rb').read()
            size = struct.unpack('<Q', data[:8])[0]
            header = json.loads(data[8:8 + size])
            def load(name):
                entry = header[name]
                begin, end = entry['data_offsets']
                piece = data[8 + size + begin:8 + size + end]
                return np.frombuffer(piece, types[entry['dtype']]).reshape(entry['shape']), entry['dtype']
            def rounded(values, dtype):
                values = np.ascontiguousarray(values, '<f8')
                if dtype == 'BF16':
                    bits = values.view('<u8')
                    kept = (bits + np.uint64(0xFFFFFFFFFFF) + ((bits >> np.uint64(45)) & np.uint64(1))) & ~np.uint64((1 << 45) - 1)
                    return (kept.view('<f8').astype('<f4').view('<u4') >> 16).astype('<u2')
                return values.astype(types[dtype])
            def grid(a, b):
                i0, i1 = np.indices((a, b)).astype('f8')
                return {'np': np, 'i0': i0, 'i1': i1, 'n0': float(a), 'n1': float(b)}
            def check(name, expected):
                found, dtype = load(name)
                expected = rounded(np.broadcast_to(expected, found.shape), dtype)
                if found.tobytes() != expected.tobytes():
                    at = np.argwhere(found.view('u%d' % found.itemsize) != expected.view('u%d' % found.itemsize))[0]
                    sys.exit('%s %s at %s: %r instead of %r' % (name, dtype, at, found[tuple(at)], expected[tuple(at)]))
            """;

    private static final List<DType> TYPES = List.of(DType.values());

    @TempDir
    Path folder;

    @BeforeEach
    void isThere() throws IOException, InterruptedException {
        assumeTrue(python("import numpy").equals("0 "), "python3 with NumPy");
    }

    @Test
    void exactTablesHaveTheBytesOfNumPy() throws IOException, InterruptedException {
        int count = Integer.getInteger("initweights.numpy.tables", 30);
        SplittableRandom random = new SplittableRandom(Long.getLong("initweights.random.seed", 1));
        StringBuilder script = new StringBuilder();
        Plan plan = Plan.of(p -> {
            for (int i = 0; i < count; i++) {
                int rows = random.nextInt(1, 40);
                int columns = random.nextInt(1, 70);
                TableExpression expression = TableExpression.of(random);
                for (DType dtype : TYPES) {
                    TableExpression fitting = fitting(expression, dtype);
                    String name = "t" + i + "." + dtype;
                    p.tensor(name, dtype, table(fitting.table()), rows, columns);
                    script.append("check('" + name + "', eval('" + fitting.numpy() + "', grid(" + rows + ", " + columns
                            + ")))\n");
                }
            }
        });
        write(plan);
        run(script.toString());
    }

    private static TableExpression fitting(TableExpression expression, DType dtype) {
        return switch (dtype) {
            case I32 -> expression.whole(2_000_000_011L);
            case I64 -> expression.whole(900_719_925_474_099L);
            case F16, BF16 -> expression.small();
            case F32, F64 -> expression;
        };
    }

    @Test
    void slicesAreThoseOfNumPy() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(Long.getLong("initweights.random.seed", 1));
        StringBuilder script = new StringBuilder("""
                def sliced(name, dims, axis, block, blocks, part):
                    w = np.full(dims, -7.0)
                    rows = np.moveaxis(w, axis, 0)
                    places = np.concatenate([np.arange(block * b, block * (b + 1))[part] for b in range(blocks)])
                    dims[axis] = len(places)
                    i0, i1, i2 = np.indices(dims)
                    rows[places] = np.moveaxis(i0 + 10 * i1 + 100 * i2 - len(places), axis, 0)
                    check(name, w)
                """);
        Plan plan = Plan.of(p -> {
            for (int i = 0; i < 60; i++) {
                int axis = random.nextInt(3);
                int block = random.nextInt(2, 9);
                int blocks = random.nextInt(1, 4);
                long[] dims = {3, 4, 5};
                dims[axis] = (long) block * blocks;
                int from = random.nextInt(block);
                int to = random.nextInt(from, block) + 1;
                int step = random.nextInt(1, 4);
                String name = "s" + i;
                p.tensor(
                        name,
                        TYPES.get(random.nextInt(TYPES.size())),
                        constant(-7)
                                .withSlice(
                                        AxisSlice.of(axis, from, to)
                                                .withStep(step)
                                                .withEvery(block),
                                        table("i0 + 10 * i1 + 100 * i2 - n" + axis)),
                        dims);
                script.append("sliced('" + name + "', " + Arrays.toString(dims) + ", " + axis + ", " + block + ", "
                        + blocks + ", slice(" + from + ", " + to + ", " + step + "))\n");
            }
        });
        write(plan);
        run(script.toString());
    }

    /** Of Java's own bounds; of longer doubles NumPy knows the exact value well enough. */
    @Test
    void functionsAreWithinTheBoundsOfStrictMath() throws IOException, InterruptedException {
        String[][] functions = {
            {"exp((i0 - 200) / 7 + i1)", "np.exp((i0 - 200.0) / 7.0 + i1)", "1"},
            {"expm1((i0 - 200) / 50 + i1)", "np.expm1((i0 - 200.0) / 50.0 + i1)", "1"},
            {"log(i0 * 3.5 + i1 + 0.25)", "np.log(i0 * 3.5 + i1 + 0.25)", "1"},
            {"log1p(i0 / 9 + i1 / 1000)", "np.log1p(i0 / 9.0 + i1 / 1000.0)", "1"},
            {"sin(i0 * 1.7 - i1)", "np.sin(i0 * 1.7 - i1)", "1"},
            {"cos(i0 * 1.7 - i1)", "np.cos(i0 * 1.7 - i1)", "1"},
            {"tanh((i0 - 200) / 90 + i1 / 7)", "np.tanh((i0 - 200.0) / 90.0 + i1 / 7.0)", "2.5"},
            {"pow(i0 + 0.5, i1 / n1 - 3)", "np.power(i0 + 0.5, i1 / n1 - 3.0)", "1"},
        };
        StringBuilder script = new StringBuilder("""
                long = np.longdouble
                rounding = 0.0 if np.finfo(long).eps < 1e-18 else 1.0
                def near(name, numpy, function, most):
                    found, dtype = load(name)
                    numbers = grid(*found.shape)
                    inner = numpy[len('np.' + function + '('):-1]
                    arguments = eval('(' + inner + ',)', numbers)
                    exact = getattr(np, function)(*[np.asarray(x).astype(long) for x in arguments])
                    steps = np.abs(found.astype(long) - exact) / np.spacing(np.abs(exact).astype('f8'))
                    if not steps.max() <= most + rounding:
                        sys.exit('%s is %s steps away' % (name, steps.max()))
                """);
        Plan plan = Plan.of(p -> {
            for (String[] function : functions) {
                p.tensor(function[0], DType.F64, table(function[0]), 400, 9);
                String called = function[1].replaceFirst("np[.](\\w+).*", "$1");
                script.append(
                        "near('" + function[0] + "', '" + function[1] + "', '" + called + "', " + function[2] + ")\n");
            }
        });
        write(plan);
        run(script.toString());
    }

    private void write(Plan plan) throws IOException {
        plan.initialize(folder.resolve("tables.safetensors"), RandomSource.seeded(1));
    }

    private void run(String script) throws IOException, InterruptedException {
        assertThat(python(READER + script)).isEqualTo("0 ");
    }

    /** The exit code and what was written. */
    private String python(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.py"), script);
        Path output = folder.resolve("output.txt");
        try {
            Process process = new ProcessBuilder("python3", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue() + " " + Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "there is no python3";
        }
    }
}
