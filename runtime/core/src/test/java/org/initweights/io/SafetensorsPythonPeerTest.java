package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the format's Python library asserts, {@code bindings/python/tests/test_simple.py} and {@code test_pt_model.py}, of files and of
 * modules that are in a model twice; the tests have the names that they have there.
 */
class SafetensorsPythonPeerTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("tmp.safetensors");
    }

    /** {@code self.a = Linear; self.b = self.a}. */
    private static Parameters shared() {
        float[] weight = new float[100];
        float[] bias = new float[10];
        return Parameters.of(p -> p.tensor("a.weight", weight, normal(0, 1), 10, 10)
                .tensor("a.bias", bias, normal(0, 1), 10)
                .tensor("b.weight", weight, normal(0, 1), 10, 10)
                .tensor("b.bias", bias, normal(0, 1), 10));
    }

    private static Map<String, long[]> notShared() {
        return Map.of(
                "a.weight", new long[] {10, 10},
                "a.bias", new long[] {10},
                "b.weight", new long[] {10, 10},
                "b.bias", new long[] {10});
    }

    private static void assertSame(Parameters found, Parameters expected) {
        for (String name : new String[] {"a.weight", "a.bias"}) {
            assertThat(SampleParameters.values(found.get(name))).isEqualTo(SampleParameters.values(expected.get(name)));
        }
    }

    @Test
    void testSerializationOrderInvariant() throws IOException {
        Path other = folder.resolve("other.safetensors");
        float[] zeros = new float[4];
        Parameters.of(p -> p.tensor("test1", zeros.clone(), normal(0, 1), 2, 2)
                        .tensor("test2", zeros.clone(), normal(0, 1), 2, 2))
                .save(file, SaveOptions.withoutMetadata());
        Parameters.of(p -> p.tensor("test2", zeros.clone(), normal(0, 1), 2, 2)
                        .tensor("test1", zeros.clone(), normal(0, 1), 2, 2))
                .save(other, SaveOptions.withoutMetadata());
        assertThat(file).hasSameBinaryContentAs(other);
    }

    @Test
    void testGetCorrectlyDropped() throws IOException {
        NamedTensors.saved(file, Map.of("a", new long[] {2, 2}));
        Checkpoint.open(file).close();
        Files.writeString(file, "something");
        assertThat(file).hasContent("something");
    }

    /** Also {@code test_torch_example} and {@code test_accept_path}: from a file, and from its bytes. */
    @Test
    void testNumpyExample() throws IOException {
        Parameters saved = NamedTensors.saved(file, Map.of("a", new long[] {2, 2}, "b", new long[] {2, 3}));
        Parameters ofFile = NamedTensors.model(Map.of("a", new long[] {2, 2}, "b", new long[] {2, 3}));
        ofFile.load(file);
        Parameters ofBytes = NamedTensors.model(Map.of("a", new long[] {2, 2}, "b", new long[] {2, 3}));
        ofBytes.load(Files.readAllBytes(file), LoadOptions.strict());
        for (String name : new String[] {"a", "b"}) {
            double[] expected = SampleParameters.values(saved.get(name));
            assertThat(SampleParameters.values(ofFile.get(name))).isEqualTo(expected);
            assertThat(SampleParameters.values(ofBytes.get(name))).isEqualTo(expected);
        }
    }

    @Test
    void testDeserialization() throws IOException {
        String header = "<\0\0\0\0\0\0\0{\"test\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}"
                + "\0".repeat(16);
        Files.writeString(file, header, StandardCharsets.ISO_8859_1);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            int[] numbers = {1, 1, 1, 1};
            checkpoint.get("test").read(0, numbers);
            assertThat(numbers).containsOnly(0);
        }
    }

    /** Also {@code test_workaround}. */
    @Test
    void testSave() throws IOException {
        Parameters model = shared();
        model.initialize(1);
        model.save(file);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.metadata()).containsEntry("b.bias", "a.bias").containsEntry("b.weight", "a.weight");
            assertThat(checkpoint.tensors()).extracting(CheckpointTensor::name).containsExactly("a.bias", "a.weight");
        }
        Parameters again = shared();
        again.load(file);
        assertSame(again, model);
    }

    @Test
    void testWorkaroundWorksWithDifferentOnFileNames() throws IOException {
        Parameters saved = NamedTensors.saved(file, Map.of("b.weight", new long[] {10, 10}, "b.bias", new long[] {10}));
        Parameters model = shared();
        model.load(file);
        assertThat(SampleParameters.values(model.get("a.weight")))
                .isEqualTo(SampleParameters.values(saved.get("b.weight")));
        assertThat(SampleParameters.values(model.get("a.bias")))
                .isEqualTo(SampleParameters.values(saved.get("b.bias")));
    }

    @Test
    void testWorkaroundCopy() throws IOException {
        Parameters saved = NamedTensors.saved(file, notShared());
        Parameters model = NamedTensors.model(notShared());
        model.load(file);
        assertSame(model, saved);
    }

    @Test
    void testDifferenceWithTorch() throws IOException {
        Parameters model = shared();
        model.initialize(1);
        model.save(file);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> NamedTensors.model(notShared()).load(file))
                .withMessageContaining("b.bias: missing in the file")
                .withMessageContaining("b.weight: missing in the file");
    }

    @Test
    void testDifferenceTorchOdd() throws IOException {
        NamedTensors.saved(file, notShared());
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> shared().load(file))
                .withMessageContaining("b.bias: other elements than a.bias")
                .withMessageContaining("b.weight: other elements than a.weight");
    }
}
