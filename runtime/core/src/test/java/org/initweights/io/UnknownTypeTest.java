package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type of element that safetensors may have one day: the other tensors are read. */
class UnknownTypeTest {

    private static final String REASON =
            "cannot be read: its type is \"F2\", which is not known here; its shape is [9, 2], and it has 3 bytes";

    @TempDir
    private Path folder;

    private static Weights model(String... names) {
        return Weights.of(w -> {
            for (String name : names) {
                w.tensor(name, Initializers.zeros(), 1);
            }
        });
    }

    @BeforeEach
    void writeCheckpoint() throws IOException {
        write(
                "model-00001-of-00002.safetensors",
                "a",
                2.5f,
                ",\"q\":{\"dtype\":\"F2\",\"shape\":[9,2],\"data_offsets\":[4,7]}");
        write("model-00002-of-00002.safetensors", "b", -1, "");
        index("{\"a\":\"model-00001-of-00002.safetensors\",\"q\":\"model-00001-of-00002.safetensors\","
                + "\"b\":\"model-00002-of-00002.safetensors\"}");
    }

    private void index(String map) throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\":" + map + "}");
    }

    private void write(String file, String name, float value, String more) throws IOException {
        String header = "{\"" + name + "\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}" + more + "}";
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 4 + (more.isEmpty() ? 0 : 3))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .putFloat(value);
        Files.write(folder.resolve(file), bytes.array());
    }

    @Test
    void lenientLoadingSkipsItWithItsReason() throws IOException {
        Weights model = model("a", "b", "q");
        LoadReport report = model.parameters().load(folder, LoadMode.LENIENT);
        assertThat(report.loaded()).containsExactly("a", "b");
        assertThat(report.skipped()).extracting(Mismatch::toString).containsExactly("q: " + REASON);
        assertThat(model.floats("a")).containsExactly(2.5f);
        assertThat(model.floats("b")).containsExactly(-1);
    }

    @Test
    void strictLoadingNamesItWhetherTheModelHasItOrNot() {
        for (Weights model : new Weights[] {model("a", "b"), model("a", "b", "q")}) {
            assertThatExceptionOfType(MismatchException.class)
                    .isThrownBy(() -> model.parameters().load(folder))
                    .withMessageEndingWith("nothing was loaded:\n  q: " + REASON);
            assertThat(model.floats("a")).containsOnly(0);
        }
    }

    @Test
    void aTiedTensorIsReadUnderItsOtherNameAndTheUnreadableOneIsNamed() throws IOException {
        float[] shared = new float[1];
        float[] other = new float[1];
        Parameters tied = Parameters.of(p -> p.tensor("a", shared, Initializers.zeros(), 1)
                .tensor("q", shared, Initializers.zeros(), 1)
                .tensor("b", other, Initializers.zeros(), 1));
        LoadReport report = tied.load(folder, LoadMode.LENIENT);
        assertThat(report.loaded()).containsExactly("a", "b");
        assertThat(report.skipped()).extracting(Mismatch::toString).containsExactly("q: " + REASON);
        assertThat(shared).containsExactly(2.5f);
    }

    @Test
    void aCheckpointSaysWhatItCannotRead() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.tensors()).extracting(CheckpointTensor::name).containsExactly("a", "b");
            assertThat(checkpoint.unreadable())
                    .extracting(UnreadableTensor::toString)
                    .containsExactly("q: " + REASON);
            assertThat(checkpoint.find("q")).isEmpty();
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> checkpoint.get("q"))
                    .withMessageEndingWith("q: " + REASON);
        }
    }

    @Test
    void anIndexHasToNameItAsAnyOther() throws IOException {
        index("{\"a\":\"model-00001-of-00002.safetensors\",\"b\":\"model-00002-of-00002.safetensors\"}");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Checkpoint.open(folder))
                .withMessageContaining("tensor \"q\": it is in model-00001-of-00002.safetensors, but not in the index");
    }
}
