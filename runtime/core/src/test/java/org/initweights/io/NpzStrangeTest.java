package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.io.CheckpointTest.resource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.internal.files.numpy.NpyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives and arrays that NumPy reads, and that have more in them than numbers. {@code numpy_golden.py} writes most. */
class NpzStrangeTest {

    private static final float[] WEIGHT = {1.5f, -2, 3};

    @TempDir
    private Path folder;

    private static Weights model(String... names) {
        return Weights.of(w -> {
            for (String name : names) {
                w.tensor(name, Initializers.zeros(), 3);
            }
        });
    }

    private static byte[] floats(String header, float... values) {
        byte[] start = NpyFiles.header(1, header);
        ByteBuffer bytes = ByteBuffer.allocate(start.length + values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(start);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    @Test
    void whatIsNoArrayOfNumbersIsSkippedWithItsReasonAndTheRestIsLoaded() throws IOException {
        Weights model = model("w");
        LoadReport report = Npz.read(model.parameters(), resource("/numpy/strange.npz"), LoadMode.LENIENT);
        assertThat(report.loaded()).containsExactly("w");
        assertThat(model.floats("w")).isEqualTo(WEIGHT);
        assertThat(report.skipped())
                .extracting(Mismatch::toString)
                .containsExactlyInAnyOrder(
                        "names: cannot be read: its elements are '<U2', which are not numbers of a known type",
                        "bytes: cannot be read: its elements are '|S1', which are not numbers of a known type",
                        "records: cannot be read: its elements are records of several fields",
                        "complex128: cannot be read: its elements are '<c16', which are not numbers of a known type",
                        "dates: cannot be read: its elements are '<M8[D]', which are not numbers of a known type",
                        "spans: cannot be read: its elements are '<m8[s]', which are not numbers of a known type",
                        "long: cannot be read: its elements are '<f16', which are not numbers of a known type",
                        "raw: cannot be read: its elements are '|V3', which are not numbers of a known type",
                        "objects: cannot be read: its elements are '|O', which are not numbers of a known type",
                        "README.txt: cannot be read: it is no .npy file",
                        "empty: cannot be read: it ends after 0 bytes",
                        "broken: cannot be read: F32 [3] takes 12 bytes, but 11 follow its header",
                        "lzma: cannot be read: it is compressed by LZMA; stored and deflated entries are read, so write it"
                                + " again so",
                        "bzip2: cannot be read: it is compressed by BZIP2; stored and deflated entries are read, so write it"
                                + " again so",
                        "twice: cannot be read: it is there twice",
                        "n: no parameter of the model; the file has I32 [1]");
    }

    @Test
    void strictLoadingNamesEachInALineOfItsOwn() {
        Weights model = model("w", "names");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Npz.read(model.parameters(), resource("/numpy/strange.npz")))
                .satisfies(e -> assertThat(e.mismatches()).hasSize(16))
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(18))
                .withMessageContaining("\n  names: cannot be read: its elements are '<U2', which")
                .withMessageContaining("\n  README.txt: cannot be read: it is no .npy file")
                .withMessageEndingWith("\n  LoadOptions may help: ignoring(\"n\")");
        assertThat(model.floats("w")).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "objects", "lzma", "twice"})
    void aParameterWhoseArrayIsOfAnotherKindIsLeftAsItWas(String name) throws IOException {
        Weights model = model("w", name);
        LoadReport report = Npz.read(model.parameters(), resource("/numpy/strange.npz"), LoadMode.LENIENT);
        assertThat(report.loaded()).containsExactly("w");
        assertThat(report.skipped())
                .filteredOn(mismatch -> mismatch.name().equals(name))
                .hasSize(1);
        assertThat(model.floats(name)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"broken, 'F32 [3] takes 12 bytes, but 11 follow'", "empty, it ends after 0 bytes"})
    void aDamagedArrayIsRefusedIfTheModelWantsIt(String name, String problem) throws IOException {
        Weights model = model("w", name);
        Path file = resource("/numpy/strange.npz");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Npz.read(model.parameters(), file, LoadMode.LENIENT))
                .withMessageStartingWith(file + ": tensor \"" + name + "\": " + problem);
        assertThat(model.floats("w")).containsOnly(0);
    }

    @Test
    void bfloat16OfMlDtypesIsConvertedAndStrangeArchivesAreExplained() throws IOException {
        Weights model = model("w", "names");
        Path file = resource("/numpy/strange.npz");
        LoadReport report = model.parameters().explainLoad(file, LoadOptions.lenient());
        assertThat(report.loaded()).containsExactly("w");
        assertThat(report.skipped())
                .extracting(Mismatch::toString)
                .contains("names: cannot be read: its elements are '<U2', which are not numbers of a known type");
        assertThat(model.parameters()
                        .load(file, LoadOptions.lenient().initializingRest(RandomSource.seeded(1)))
                        .initialized())
                .containsExactly("names");
        assertThat(model.floats("w")).isEqualTo(WEIGHT);

        Path archive = folder.resolve("bfloat16.npz");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("w.npy"));
            Files.copy(resource("/numpy/bfloat16.npy"), zip);
            zip.closeEntry();
        }
        Weights floats = model("w");
        floats.parameters().load(archive, LoadOptions.strict().converted());
        assertThat(floats.floats("w")).containsExactly(1, -3, Float.POSITIVE_INFINITY);
    }

    @Test
    void anArchiveIsReadOutOfAJar() throws IOException {
        Path jar = folder.resolve("weights.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("stored.npz", "deflated.npz", "several.npy")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(resource("/numpy/" + name), zip);
                zip.closeEntry();
            }
        }
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            for (String name : List.of("stored.npz", "deflated.npz")) {
                Weights model = Weights.of(w -> w.tensor("layer.weight", Initializers.zeros(), 2, 3)
                        .tensor("layer.bias", DType.F64, Initializers.zeros(), 1));
                Npz.read(model.parameters(), files.getPath(name));
                assertThat(model.floats("layer.weight")).containsExactly(1, -2.5f, 0.1f, 3e38f, 0, 7);
            }
            Weights one = model("w");
            Npy.read(one.get("w"), files.getPath("several.npy"));
            assertThat(one.floats("w")).isEqualTo(WEIGHT);
        }
    }

    @Test
    void theFirstOfSeveralArraysCounts() throws IOException {
        Weights model = model("w");
        Npy.read(model.get("w"), resource("/numpy/several.npy"));
        assertThat(model.floats("w")).isEqualTo(WEIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"descr\": \"<f4\", \"fortran_order\": False, \"shape\": (3,)}",
                "{u'descr': u'=f4', u'fortran_order': False, u'shape': (3L,), }",
                "{'descr': 'float32', 'fortran_order': False, 'shape': (0x3,)}",
                "{'descr': '|f4', 'fortran_order': True, 'shape': (3,)}",
                "{'descr': 'f', 'fortran_order': False, 'shape': (+3,)}",
            })
    void otherSpellingsOfAHeaderLoad(String header) throws IOException {
        byte[] array = floats(header, WEIGHT);
        Path file = Files.write(folder.resolve("w.npy"), Arrays.copyOf(array, array.length + 7));
        Weights model = model("w");
        Npy.read(model.get("w"), file);
        assertThat(model.floats("w")).isEqualTo(WEIGHT);
    }

    @Test
    void bytesBehindAnEmptyArrayDoNoHarm() throws IOException {
        byte[] array = floats("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3)}", WEIGHT);
        Weights model = Weights.of(w -> w.tensor("w", Initializers.zeros(), 0, 3));
        Npy.read(model.get("w"), Files.write(folder.resolve("w.npy"), array));
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Npy.read(model("x").get("x"), folder.resolve("w.npy")))
                .withMessageContaining("shape [3] in the model, but [0, 3] in the file");
    }

    /** 1, −3 and infinity are 3f80, c040 and 7f80. */
    @ParameterizedTest
    @CsvSource({"<V2, false", "|V2, false", "V2, false", ">V2, true"})
    void bfloat16OfMlDtypesLoadsIntoBfloat16(String description, boolean swapped) throws IOException {
        byte[] bytes = Files.readAllBytes(resource("/numpy/bfloat16.npy"));
        byte[] start = NpyFiles.header(1, "{'descr': '" + description + "', 'fortran_order': False, 'shape': (3,), }");
        byte[] halves = Arrays.copyOfRange(bytes, bytes.length - 6, bytes.length);
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        array.writeBytes(start);
        for (int i = 0; i < halves.length; i++) {
            array.write(halves[swapped ? i ^ 1 : i]);
        }
        Weights model = Weights.of(w -> w.tensor("w", DType.BF16, Initializers.zeros(), 3));
        Npy.read(model.get("w"), Files.write(folder.resolve("w.npy"), array.toByteArray()));
        for (int i = 0; i < 3; i++) {
            assertThat(model.get("w").get(i)).isEqualTo(new double[] {1, -3, Double.POSITIVE_INFINITY}[i]);
        }
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Npy.read(model("x").get("x"), folder.resolve("w.npy")))
                .withMessageContaining("x: type F32 in the model, but BF16 in the file");
    }

    @Test
    void anEmptyArchiveHasNothingOfTheModel() throws IOException {
        Path file = folder.resolve("empty.npz");
        new ZipOutputStream(Files.newOutputStream(file)).close();
        assertThat(Npz.read(model("w").parameters(), file, LoadMode.LENIENT).loaded())
                .isEmpty();
        Files.write(file, "no archive".getBytes(StandardCharsets.US_ASCII));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Npz.read(model("w").parameters(), file, LoadMode.LENIENT))
                .withMessage(file + ": it is no sound .npz file: it has no directory of a zip file at its end");
    }
}
