package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy's own arrays, converted and read again by NumPy. */
class NumPyTest {

    /** Reads safetensors in a few lines of its own. */
    private static final String READER = """
            import json, struct, numpy as np
            types = {'F64': '<f8', 'F32': '<f4', 'F16': '<f2', 'I64': '<i8', 'I32': '<i4', 'U8': 'u1', 'BOOL': '?', 'C64': '<c8'}
            def load(path):
                data = open(path, 'rb').read()
                size = struct.unpack('<Q', data[:8])[0]
                header = json.loads(data[8:8 + size])
                header.pop('__metadata__', None)
                result = {}
                for name, entry in header.items():
                    begin, end = entry['data_offsets']
                    piece = data[8 + size + begin:8 + size + end]
                    if entry['dtype'] == 'BF16':
                        bits = np.frombuffer(piece, '<u2').astype('<u4') << 16
                        result[name] = bits.view('<f4').reshape(entry['shape'])
                    else:
                        result[name] = np.frombuffer(piece, types[entry['dtype']]).reshape(entry['shape'])
                return result
            def same(a, b):
                return a.dtype.newbyteorder('<') == b.dtype.newbyteorder('<') and a.shape == b.shape and np.array_equal(a, b, equal_nan=a.dtype.kind in 'fc')
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void isThere() throws IOException, InterruptedException {
        assumeTrue(python("import numpy").equals("0 "), "python3 with NumPy");
        run("""
                r = np.random.default_rng(5)
                arrays = {
                    'double': r.normal(size=(7, 5, 3)), 'fortran': np.asfortranarray(r.normal(size=(40, 30)).astype('f4')),
                    'big': r.normal(size=(4, 6)).astype('>f4'), 'half': r.normal(size=9).astype('>f2'),
                    'both': np.asfortranarray(r.normal(size=(3, 4, 5)).astype('>f8')), 'scalar': np.float32(2.5),
                    'empty': np.zeros((0, 3), 'f4'), 'flags': np.array([True, False]), 'long': np.arange(6, dtype='>i8'),
                    'complex': np.array([1 + 2j, np.nan], '>c8'), 'odd': np.array([np.inf, -0.0, np.nan, 1e-45], 'f4')}
                np.savez('plain.npz', **arrays)
                np.savez_compressed('packed.npz', **arrays)
                """);
    }

    @Test
    void archivesBecomeSafetensorsAndArchivesAgain() throws IOException, InterruptedException {
        for (String name : new String[] {"plain", "packed"}) {
            Path tensors = folder.resolve(name + ".safetensors");
            assertThat(CommandRun.of("convert", folder.resolve(name + ".npz"), tensors)
                            .exitCode())
                    .isZero();
            assertThat(CommandRun.of("convert", tensors, folder.resolve(name + "-again.npz"))
                            .exitCode())
                    .isZero();
        }
        run("""
                for name in ['plain', 'packed']:
                    first, tensors, again = np.load(name + '.npz'), load(name + '.safetensors'), np.load(name + '-again.npz')
                    assert set(first.files) == set(tensors) == set(again.files)
                    for key in first.files:
                        assert same(first[key], tensors[key]), (name, key)
                        assert same(first[key], again[key]), (name, key)
                """);
    }

    @Test
    void axesAndTypesChangeAsInNumPy() throws IOException, InterruptedException {
        Path out = folder.resolve("out.safetensors");
        CommandRun run = CommandRun.of(
                "convert",
                folder.resolve("packed.npz"),
                out,
                "--permute",
                "double=2,0,1",
                "--permute",
                "both=1,2,0",
                "--transpose",
                "fortran",
                "--dtype",
                "f16",
                "--prefix",
                "net.");
        assertThat(run.exitCode()).as(run.err()).isZero();
        run("""
                first, tensors = np.load('packed.npz'), load('out.safetensors')
                def check(name, expected):
                    assert same(expected.astype('<f2'), tensors['net.' + name]), name
                check('double', first['double'].transpose(2, 0, 1))
                check('both', first['both'].transpose(1, 2, 0))
                check('fortran', first['fortran'].T)
                check('odd', first['odd'])
                assert same(first['long'], tensors['net.long'])
                """);
        Path brain = folder.resolve("brain.npz");
        CommandRun.of("convert", folder.resolve("plain.npz"), brain, "--dtype", "bf16");
        run("""
                first, brain = np.load('plain.npz'), np.load('brain.npz')
                bits = first['fortran'].astype('<f4').view('<u4').astype('u8')
                nearest = ((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000).astype('<u4').view('<f4')
                assert same(nearest, brain['fortran'])
                """);
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
