package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {

    private final NDManager manager = NDManager.newBaseManager();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        manager.close();
    }

    private static Parameters turned(NDArray array) {
        return Parameters.of(p -> p.tensor(
                "turned",
                array,
                new DjlArrayAdapter(),
                normal(0, 1),
                array.getShape().getShape()));
    }

    @ParameterizedTest
    @EnumSource(Models.class)
    void aModelIsLoadedAsItWasSaved(Models model) throws IOException {
        Block saved = model.initialised(manager);
        Parameters parameters = DjlBlocks.parameters(saved);
        parameters.with(normal(0, 1)).initialize(5);
        parameters.save(folder.resolve("model.safetensors"));
        Block loaded = model.initialised(manager);
        assertThat(DjlBlocks.parameters(loaded)
                        .load(folder.resolve("model.safetensors"))
                        .loaded())
                .hasSize(parameters.size());
        saved.getParameters()
                .forEach(pair -> assertThat(loaded.getParameters()
                                .get(pair.getKey())
                                .getArray()
                                .toFloatArray())
                        .containsExactly(pair.getValue().getArray().toFloatArray()));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64", "FLOAT16"})
    void anotherOrderAndEachTypeArriveInPythonAndBack(DataType type) throws IOException, InterruptedException {
        Path file = folder.resolve("turned.safetensors");
        NDArray array = manager.zeros(new Shape(4, 3, 5), type).transpose(2, 0, 1);
        turned(array).initialize(7);
        turned(array).save(file);

        NDArray back = manager.zeros(new Shape(3, 5, 4), type).transpose(1, 2, 0);
        turned(back).load(file);
        assertThat(back.toType(DataType.FLOAT64, true).toDoubleArray())
                .containsExactly(array.toType(DataType.FLOAT64, true).toDoubleArray());

        Parameter parameter = turned(array).get("turned");
        long index = 3 * 12 + 2 * 3 + 1;
        assertThat(python("""
                        import json, struct, sys, numpy
                        data = open(sys.argv[1], 'rb').read()
                        size = struct.unpack('<Q', data[:8])[0]
                        entry = json.loads(data[8:8 + size])['turned']
                        kind = {'F32': 'f4', 'F64': 'f8', 'F16': 'f2'}[entry['dtype']]
                        begin, end = entry['data_offsets']
                        values = numpy.frombuffer(data[8 + size + begin:8 + size + end], '<' + kind)
                        print(entry['shape'], float(values.reshape(entry['shape'])[3, 2, 1]))
                        """, file.toString()))
                .isEqualTo("[5, 4, 3] " + python("import sys; print(float(sys.argv[1]))", "" + parameter.get(index)));
    }

    private static String python(String program, String argument) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", "-c", program, argument)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("no python3");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Assumptions.assumeFalse(output.contains("No module named 'numpy'"), "no numpy");
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void namesInTheFileArePytorchs() throws IOException {
        Path file = folder.resolve("model.safetensors");
        DjlBlocks.parameters(Models.CNN.initialised(manager)).save(file);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("\"1.running_mean\":{\"dtype\":\"F32\",\"shape\":[8]");
    }
}
