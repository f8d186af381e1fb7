package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.io.CheckpointTest.resource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code /gguf} were written by {@code gguf_golden.py} beside them, from the description of the format. */
class GgufTest {

    @TempDir
    private Path folder;

    private static double[] read(GgufTensor tensor) throws IOException {
        double[] values = new double[(int) tensor.elements()];
        tensor.read(0, values);
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big", "version2", "aligned"})
    void readsNamesShapesNumbersAndBytes(String name) throws IOException {
        try (Gguf file = Gguf.open(resource("/gguf/" + name + ".gguf"))) {
            assertThat(file.version()).isEqualTo(name.equals("version2") ? 2 : 3);
            assertThat(file.tensors())
                    .extracting(GgufTensor::toString)
                    .containsExactly(
                            "token_embd.weight F32 [2, 3]",
                            "blk.0.attn_q.weight F16 [3]",
                            "output.weight BF16 [2, 2]",
                            "scalar F32 []",
                            "blk.0.ffn.weight Q4_0 [2, 64]",
                            "ids I32 [2]",
                            "last F32 [1, 2, 1]");
            assertThat(read(file.get("token_embd.weight"))).containsExactly(1, -2.5, 0.5, 4, 5, 6);
            assertThat(read(file.get("blk.0.attn_q.weight"))).containsExactly(1, -2, 65504);
            assertThat(read(file.get("output.weight"))).containsExactly(1, -3, 0, Double.POSITIVE_INFINITY);
            assertThat(read(file.get("scalar"))).containsExactly(7);
            assertThat(read(file.get("ids"))).containsExactly(1, -1);
            assertThat(read(file.get("last"))).containsExactly(8, 9);
            double[] some = new double[2];
            file.get("token_embd.weight").read(4, some);
            assertThat(some).containsExactly(5, 6);
            assertThat(file.unreadable())
                    .extracting(UnreadableTensor::toString)
                    .containsExactly(
                            "future: cannot be read: its type has the number 999, which is not known here; its shape is [5]");
        }
    }

    @Test
    void quantisedTensorsGiveShapesAndBytes() throws IOException {
        try (Gguf file = Gguf.open(resource("/gguf/little.gguf"))) {
            GgufTensor tensor = file.get("blk.0.ffn.weight");
            assertThat(tensor.type()).isEqualTo(GgufType.Q4_0);
            assertThat(tensor.shape()).isEqualTo(TensorShape.of(2, 64));
            assertThat(tensor.bytes()).isEqualTo(72);
            ByteBuffer bytes = ByteBuffer.allocate(20);
            tensor.readBytes(52, bytes);
            for (int i = 0; i < 20; i++) {
                assertThat(bytes.get(i)).isEqualTo((byte) (52 + i));
            }
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> tensor.read(0, new double[1]))
                    .withMessage("blocks of Q4_0 are not read as numbers; read their bytes");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> tensor.readBytes(53, bytes.clear()));
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> file.get("future"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void metadataHasValuesOfEveryKind(String name) throws IOException {
        try (Gguf file = Gguf.open(resource("/gguf/" + name + ".gguf"))) {
            Map<String, Object> metadata = file.metadata();
            assertThat(metadata)
                    .containsEntry("general.architecture", "llama")
                    .containsEntry("u8", 255L)
                    .containsEntry("i8", -128L)
                    .containsEntry("u16", 65535L)
                    .containsEntry("i16", -32768L)
                    .containsEntry("u32", 4294967295L)
                    .containsEntry("i32", -2147483648L)
                    .containsEntry("f32", 0.25)
                    .containsEntry("bool", true)
                    .containsEntry("u64", new BigInteger("18446744073709551615"))
                    .containsEntry("i64", Long.MIN_VALUE)
                    .containsEntry("f64", 0.1)
                    .containsEntry("tokens", List.of("<s>", "", "é"))
                    .containsEntry("scores", List.of(0.5, -1.5))
                    .containsEntry("flags", List.of(true, false))
                    .containsEntry("none", List.of())
                    .containsEntry("empty", "");
            assertThat(metadata.keySet()).startsWith("general.architecture", "u8", "i8");
        }
    }

    private static Weights model() {
        return Weights.of(w -> w.tensor("token_embd.weight", Initializers.zeros(), 2, 3)
                .tensor("blk.0.attn_q.weight", DType.F16, Initializers.zeros(), 3)
                .tensor("output.weight", DType.BF16, Initializers.zeros(), 2, 2)
                .tensor("blk.0.ffn.weight", Initializers.zeros(), 2, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void floatsLoadIntoAModelAndTheRestIsSkippedWithItsReason(String name) throws IOException {
        Weights model = model();
        LoadReport report = Gguf.read(model.parameters(), resource("/gguf/" + name + ".gguf"), LoadMode.LENIENT);
        assertThat(report.loaded()).containsExactly("token_embd.weight", "blk.0.attn_q.weight", "output.weight");
        assertThat(model.floats("token_embd.weight")).containsExactly(1, -2.5f, 0.5f, 4, 5, 6);
        assertThat(model.get("blk.0.attn_q.weight").get(2)).isEqualTo(65504);
        assertThat(model.get("output.weight").get(1)).isEqualTo(-3);
        assertThat(report.skipped())
                .extracting(Mismatch::toString)
                .contains(
                        "blk.0.ffn.weight: cannot be read: it is quantised as Q4_0 [2, 64]; load from a file of F32, F16 or BF16",
                        "future: cannot be read: its type has the number 999, which is not known here; its shape is [5]",
                        "scalar: no parameter of the model; the file has F32 []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void loadsWithOptionsLikeAnyOtherFile(String name) throws IOException {
        Weights model = Weights.of(w -> w.tensor("q.weight", Initializers.zeros(), 3)
                .tensor("out.weight", Initializers.zeros(), 2, 2)
                .tensor("head.weight", Initializers.ones(), 2));
        LoadReport report = model.parameters()
                .load(
                        resource("/gguf/" + name + ".gguf"),
                        LoadOptions.lenient()
                                .converted()
                                .renamed("^blk\\.0\\.attn_q", "q")
                                .renamed("^output", "out")
                                .transposed("out.weight")
                                .initializingRest(RandomSource.seeded(1)));
        assertThat(report.loaded()).containsExactly("q.weight", "out.weight");
        assertThat(model.floats("q.weight")).containsExactly(1, -2, 65504);
        assertThat(model.floats("out.weight")).containsExactly(1, 0, -3, Float.POSITIVE_INFINITY);
        assertThat(model.floats("head.weight")).containsOnly(1);
        assertThat(report.skipped())
                .extracting(Mismatch::toString)
                .contains(
                        "future: cannot be read: its type has the number 999, which is not known here; its shape is [5]");
    }

    @Test
    void strictLoadingRefusesQuantisedTensors() {
        Weights model = model();
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> Gguf.read(model.parameters(), resource("/gguf/little.gguf")))
                .withMessageContaining("\n  blk.0.ffn.weight: cannot be read: it is quantised as Q4_0 [2, 64]");
        assertThat(model.floats("token_embd.weight")).containsOnly(0);
    }

    /** Writes headers of hostile files. */
    private static final class Header {

        private final ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

        private Header(int version, long tensors, long values) {
            bytes.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                    .putInt(version)
                    .putLong(tensors)
                    .putLong(values);
        }

        private Header text(String text) {
            bytes.putLong(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        private Header tensor(String name, int type, long offset, long... sizes) {
            text(name).bytes.putInt(sizes.length);
            Arrays.stream(sizes).forEach(bytes::putLong);
            bytes.putInt(type).putLong(offset);
            return this;
        }

        private byte[] file(int dataBytes) {
            int start = (bytes.position() + 31) / 32 * 32;
            return Arrays.copyOf(bytes.array(), start + dataBytes);
        }
    }

    private void refused(byte[] file, String problem) throws IOException {
        Path path = Files.write(folder.resolve("a.gguf"), file);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Gguf.open(path))
                .withMessageStartingWith(path + ": ")
                .withMessageContaining(problem);
    }

    @Test
    void refusesHeadersThatDoNotDescribeTheirFiles() throws IOException {
        refused(new byte[0], "its header would need 4 bytes from byte 0 on, but the file has 0");
        refused("GGML....".getBytes(StandardCharsets.US_ASCII), "it does not begin with GGUF");
        refused(new Header(1, 0, 0).file(0), "its version is 1, not 2 or 3");
        refused(new Header(4, 0, 0).file(0), "its version is 4, not 2 or 3");
        refused(new Header(3, -1, 0).file(0), "it claims 18446744073709551615 tensors");
        refused(new Header(3, 1L << 40, 0).file(0), "it claims 1099511627776 tensors; there may be 100000");
        refused(new Header(3, 50_000, 0).file(0), "it claims 50000 tensors, for which");
        refused(new Header(3, 0, 1L << 62).file(0), "entries of metadata");
        Header longName = new Header(3, 1, 0);
        longName.bytes.putLong(1L << 60);
        refused(longName.file(100), "its header would need 1152921504606846976 bytes");
        refused(
                new Header(3, 1, 0).tensor("t", 0, 0, 2, 3).file(23),
                "its 24 bytes begin at 0, but the file has 23 bytes of data");
        refused(
                new Header(3, 1, 0).tensor("t", 0, 4, 1).file(64),
                "tensor \"t\": its bytes begin at 4, which is no multiple of 32");
        refused(new Header(3, 1, 0).tensor("t", 0, -32, 1).file(64), "its bytes begin at 18446744073709551584");
        refused(
                new Header(3, 1, 0).tensor("t", 2, 0, 33).file(64),
                "rows of 33 elements are no whole number of blocks of 32, as Q4_0");
        refused(new Header(3, 1, 0).tensor("t", 0, 0, -1).file(64), "has a negative dimension, -1");
        refused(
                new Header(3, 1, 0).tensor("t", 0, 0, 1L << 32, 1L << 32).file(64),
                "more elements than a long can count");
        refused(new Header(3, 1, 0).tensor("t", 0, 0, 1L << 62).file(64), "has more bytes than a long can count");
        refused(new Header(3, 1, 0).tensor("t", 0, 0, 1, 1, 1, 1, 1).file(64), "it has 5 dimensions; there may be 4");
        refused(
                new Header(3, 2, 0).tensor("t", 0, 0, 9).tensor("u", 0, 32, 1).file(64),
                "tensor \"u\": its bytes begin at 32, but those before it end at 36: tensors overlap");
        refused(
                new Header(3, 2, 0).tensor("t", 0, 0, 1).tensor("t", 0, 32, 1).file(64),
                "tensor \"t\": it is there twice");
    }

    @Test
    void refusesMetadataThatIsNone() throws IOException {
        Header kind = new Header(3, 0, 1).text("k");
        kind.bytes.putInt(13);
        refused(kind.file(64), "a value of the unknown kind 13");
        Header list = new Header(3, 0, 1).text("k");
        list.bytes.putInt(9).putInt(0).putLong(Long.MAX_VALUE);
        refused(list.file(64), "values of a list");
        Header lists = new Header(3, 0, 1).text("k");
        lists.bytes.putInt(9).putInt(9).putLong(1);
        refused(lists.file(64), "its metadata has lists of lists");
        Header twice = new Header(3, 0, 2).text("k");
        twice.bytes.putInt(0).put((byte) 1);
        twice.text("k").bytes.putInt(0).put((byte) 1);
        refused(twice.file(64), "its metadata has k twice");
        for (int alignment : new int[] {0, 3, -8}) {
            Header aligned = new Header(3, 0, 1).text("general.alignment");
            aligned.bytes.putInt(4).putInt(alignment);
            refused(aligned.file(64), "its general.alignment is " + Integer.toUnsignedString(alignment));
        }
    }

    @Test
    void saysThatAFileHasBecomeShorter() throws IOException {
        Path path = Files.copy(resource("/gguf/little.gguf"), folder.resolve("a.gguf"));
        try (Gguf file = Gguf.open(path)) {
            Files.write(path, new byte[100]);
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> read(file.get("last")))
                    .withMessageContaining("before its header says");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2000", "2, 2000"})
    void neverGetsAnythingButAClearErrorOutOfABrokenFile(int seed, int rounds) throws IOException {
        byte[] sound = Files.readAllBytes(resource("/gguf/little.gguf"));
        SplittableRandom random = new SplittableRandom(seed);
        Path path = folder.resolve("a.gguf");
        int refused = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] broken = sound.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Files.write(path, random.nextInt(4) == 0 ? Arrays.copyOf(broken, random.nextInt(sound.length)) : broken);
            try (Gguf file = Gguf.open(path)) {
                for (GgufTensor tensor : file.tensors()) {
                    tensor.readBytes(0, ByteBuffer.allocate((int) tensor.bytes()));
                }
                assertThat(file.metadata().toString()).isNotEmpty();
            } catch (CheckpointException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(path + ": ");
            }
        }
        assertThat(refused).isBetween(rounds / 10, rounds - 1);
    }
}
