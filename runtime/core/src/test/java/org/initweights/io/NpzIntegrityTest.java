package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is loaded as a whole or not at all. */
class NpzIntegrityTest {

    private static final String[] NAMES = {"a", "b", "c"};

    @TempDir
    private Path folder;

    private static Weights constant(double value) {
        return Weights.of(w -> {
                    for (String name : NAMES) {
                        w.tensor(name, Initializers.constant(value), 5);
                    }
                })
                .initialize(1);
    }

    @Test
    void aWrongChecksumOfTheLastArrayLeavesTheModelAsItWas() throws IOException {
        Path file = folder.resolve("m.npz");
        Npz.write(constant(3).parameters(), file);
        byte[] bytes = Files.readAllBytes(file);
        int last = lastThree(bytes);
        bytes[last] ^= 4;
        Files.write(file, bytes);
        Weights model = constant(5);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Npz.read(model.parameters(), file))
                .withMessage(file + ": tensor \"c\": the checksum is wrong");
        for (String name : NAMES) {
            assertThat(model.floats(name)).containsOnly(5);
        }
    }

    /** Where the last element of the last array is: the bytes of 3f are 0, 0, 64, 64. */
    private static int lastThree(byte[] bytes) {
        int at = bytes.length - 4;
        while (!Arrays.equals(bytes, at, at + 4, new byte[] {0, 0, 64, 64}, 0, 4)) {
            at--;
        }
        return at;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFlippedBitAndEveryCutIsFoundBeforeAnythingIsWritten(boolean compressed) throws IOException {
        Path file = folder.resolve("m.npz");
        if (compressed) {
            Npz.writeCompressed(constant(3).parameters(), file);
        } else {
            Npz.write(constant(3).parameters(), file);
        }
        byte[] sound = Files.readAllBytes(file);
        for (int bit = 0; bit < sound.length * Byte.SIZE; bit++) {
            byte[] broken = sound.clone();
            broken[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            checkLoadsAllOrNothing(Files.write(file, broken));
        }
        for (int length = 0; length < sound.length; length++) {
            checkLoadsAllOrNothing(Files.write(file, Arrays.copyOf(sound, length)));
        }
    }

    private static void checkLoadsAllOrNothing(Path file) throws IOException {
        Weights model = constant(5);
        for (LoadMode mode : LoadMode.values()) {
            LoadReport report;
            try {
                report = Npz.read(model.parameters(), file, mode);
            } catch (CheckpointException e) {
                report = new LoadReport(List.of(), List.of(), List.of(), List.of());
            }
            for (String name : NAMES) {
                assertThat(model.floats(name)).containsOnly(report.loaded().contains(name) ? 3 : 5);
            }
            model = constant(5);
        }
    }

    @Test
    void anArrayThatIsSkippedNeedNotBeSound() throws IOException {
        Path file = folder.resolve("m.npz");
        Npz.write(constant(3).parameters(), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[lastThree(bytes)] ^= 1;
        Files.write(file, bytes);
        Weights model = Weights.of(w -> w.tensor("a", Initializers.zeros(), 5));
        assertThatExceptionOfType(MismatchException.class).isThrownBy(() -> Npz.read(model.parameters(), file));
        assertThat(model.floats("a")).containsOnly(0);
        Npz.read(model.parameters(), file, LoadMode.LENIENT);
        assertThat(model.floats("a")).containsOnly(3);
    }

    @Test
    void namesAreAsLongAsAnArchiveAllowsAndNoLonger() throws IOException {
        Path file = folder.resolve("m.npz");
        int longest = 65_535 - 128 - ".npy".length();
        for (String name : new String[] {"n".repeat(longest), "é".repeat(longest / 2)}) {
            Weights saved =
                    Weights.of(w -> w.tensor(name, Initializers.ones(), 2)).initialize(1);
            Npz.write(saved.parameters(), file);
            Weights loaded = Weights.of(w -> w.tensor(name, Initializers.ones(), 2));
            Npz.read(loaded.parameters(), file);
            assertThat(loaded.floats(name)).containsOnly(1);

            Weights tooLong = Weights.of(w -> w.tensor(name + "xx", Initializers.ones(), 2));
            byte[] before = Files.readAllBytes(file);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.write(tooLong.parameters(), file))
                    .withMessageStartingWith(name.substring(0, 200) + "… (")
                    .withMessageEndingWith("an .npz file has room for 65407, so use a shorter one, or safetensors");
            assertThat(file).hasBinaryContent(before);
        }
    }

    @Test
    void refusesMoreDimensionsThanNumPyReads() {
        long[] dims = new long[5000];
        Arrays.fill(dims, 1);
        Weights weights = Weights.of(w -> w.tensor("a", Initializers.ones(), dims));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.write(weights.get("a"), folder.resolve("a.npy")))
                .withMessageContaining("an array of NumPy has at most 64 dimensions, but this has 5000");
        assertThat(folder).isEmptyDirectory();
    }
}
