package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.io.CheckpointTest.resource;
import static org.initweights.io.SampleParameters.collect;
import static org.initweights.io.SampleParameters.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code /numpy} were written by NumPy 2: {@code numpy_golden.py} is beside them. */
class NumpyTest {

    private static final float[] MATRIX = {1, -2.5f, 0.1f, 3e38f, 0, 7};

    @TempDir
    private Path folder;

    private static <T> Parameters one(TensorType<T> type, T values, long... dims) {
        return collect(p -> p.add("x", type, values, TensorShape.of(dims), Initializers.zeros()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4", "f4-v2", "f4-v3", "f4-big", "f4-fortran", "f4-big-fortran"})
    void readsEveryVersionByteOrderAndLayout(String name) throws IOException {
        float[] array = new float[6];
        Npy.read(one(TensorType.FLOATS, array, 2, 3).get("x"), resource("/numpy/" + name + ".npy"));
        assertThat(array).isEqualTo(MATRIX);
    }

    @Test
    void putsFortransOrderOfThreeAxesRight() throws IOException {
        double[] array = new double[24];
        Npy.read(one(TensorType.DOUBLES, array, 2, 3, 4).get("x"), resource("/numpy/cube-fortran.npy"));
        for (int i = 0; i < 24; i++) {
            assertThat(array[i]).isEqualTo(i);
        }
    }

    @Test
    void writesTheBytesThatNumpyWrites() throws IOException {
        double[] doubles = {1, -2.5, 0.1, 3e38, 0, 7};
        short[] halves = {0x3C00, (short) 0xAE66, 0x7BFF};
        checkWritten(one(TensorType.FLOATS, MATRIX, 2, 3), "f4");
        checkWritten(one(TensorType.DOUBLES, doubles, 2, 3), "f8");
        checkWritten(one(TensorType.FP16, halves, 3), "f2");
        checkWritten(one(TensorType.FLOATS, new float[] {0.5f}), "scalar");
        checkWritten(one(TensorType.FLOATS, new float[0], 0, 4), "empty");
    }

    private void checkWritten(Parameters parameters, String golden) throws IOException {
        Path file = folder.resolve(golden + ".npy");
        Npy.write(parameters.get("x"), file);
        assertThat(file).hasSameBinaryContentAs(resource("/numpy/" + golden + ".npy"));
    }

    @ParameterizedTest
    @CsvSource({"stored", "deflated"})
    void readsArchivesOfNumpy(String name) throws IOException {
        float[] weight = new float[6];
        double[] bias = new double[1];
        Parameters parameters = collect(p -> {
            p.add("layer.weight", TensorType.FLOATS, weight, TensorShape.of(2, 3), Initializers.zeros());
            p.add("layer.bias", TensorType.DOUBLES, bias, TensorShape.of(1), Initializers.zeros());
        });
        assertThat(Npz.read(parameters, resource("/numpy/" + name + ".npz")).loaded())
                .containsExactly("layer.weight", "layer.bias");
        assertThat(weight).isEqualTo(MATRIX);
        assertThat(bias).containsExactly(0.5);
    }

    @Test
    void bringsBackEveryTypeOfFieldFromAnArchive() throws IOException {
        Parameters saved = SampleParameters.ofEveryFieldType(1);
        Path stored = folder.resolve("stored.npz");
        Path compressed = folder.resolve("compressed.npz");
        Npz.write(saved, stored);
        Npz.writeCompressed(saved, compressed);
        for (Path file : new Path[] {stored, compressed}) {
            Parameters loaded = SampleParameters.ofEveryFieldType(2);
            Npz.read(loaded, file);
            saved.forEach(parameter -> assertThat(values(loaded.get(parameter.name())))
                    .as(parameter.name())
                    .isEqualTo(values(parameter)));
        }
        byte[] bytes = Files.readAllBytes(stored);
        Npz.write(saved, stored);
        assertThat(stored).hasBinaryContent(bytes);
    }

    @Test
    void comparesAnArchiveAsItComparesACheckpoint() {
        Parameters model = one(TensorType.FLOATS, new float[3], 3);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Npz.read(model, resource("/numpy/stored.npz")))
                .withMessageContaining("x: missing in the file; the model has F32 [3]")
                .withMessageContaining("layer.bias: no parameter of the model; the file has F64 [1]");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Npy.read(model.get("x"), resource("/numpy/f4.npy")))
                .withMessageContaining("x: shape [3] in the model, but [2, 3] in the file");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Npy.read(model.get("x"), resource("/numpy/i8.npy")))
                .withMessageContaining("x: type F32 in the model, but I64 in the file");
    }

    @ParameterizedTest
    @CsvSource({"text, '<U1'", "record, records of several fields"})
    void refusesElementsThatAreNoNumbers(String name, String problem) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() ->
                        Npy.read(one(TensorType.FLOATS, new float[1], 1).get("x"), resource("/numpy/" + name + ".npy")))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}~F32 [2] takes 8 bytes, but 4 follow its header",
                "{'descr': '<f4', 'fortran_order': False}~needs descr, fortran_order and shape",
                "{'descr': '<f4', 'fortran_order': No, 'shape': (1,)}~lacks a value",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}~its shape has a negative size: [-1]",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}~more bytes of F32 than a long can count: [4294967296, 4294967296]",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807,)}~more bytes of F32 than a long can count",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': 1}~but has [descr, fortran_order, shape, x]",
                "{'descr': '|f3', 'fortran_order': False, 'shape': (1,)}~'|f3', which are not numbers",
                "{'descr': '', 'fortran_order': False, 'shape': (1,)}~'', which are not numbers",
                "{'descr': '<f4~lacks the end of a string"
            })
    void refusesAHeaderThatIsNotAsTheFormatSays(String header, String problem) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[10 + text.length + 4];
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
        System.arraycopy(start, 0, bytes, 0, 10);
        System.arraycopy(text, 0, bytes, 10, text.length);
        Path file = Files.write(folder.resolve("x.npy"), bytes);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(
                        () -> Npy.read(one(TensorType.FLOATS, new float[1], 1).get("x"), file))
                .withMessageMatching(Pattern.quote(file + ": ") + "(tensor \"x\": |it does not fit the model)(?s:.*)")
                .withMessageContaining(problem);
    }

    @Test
    void neverGetsAnythingButAClearErrorOutOfABrokenArchive() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        float[] weight = new float[6];
        Parameters parameters = collect(p -> {
            p.add("layer.weight", TensorType.FLOATS, weight, TensorShape.of(2, 3), Initializers.zeros());
            p.add("layer.bias", TensorType.DOUBLES, new double[1], TensorShape.of(1), Initializers.zeros());
        });
        Path file = folder.resolve("x.npz");
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = Files.readAllBytes(resource(i % 2 == 0 ? "/numpy/stored.npz" : "/numpy/deflated.npz"));
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                Npz.read(parameters, file);
                assertThat(weight).isEqualTo(MATRIX);
            } catch (CheckpointException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
        }
        assertThat(refused).isBetween(700, 1499);
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Npz.read(one(TensorType.FLOATS, new float[1], 1), folder.resolve("none.npz")))
                .withMessageContaining("none.npz");
    }
}
