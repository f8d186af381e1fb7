package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files as NumPy reads them, from their format's description alone. */
class NumPyTest {

    private static final String PROGRAM = """
            import json, numpy, struct, sys
            data = open(sys.argv[1], 'rb').read()
            length = struct.unpack('<Q', data[:8])[0]
            header = json.loads(data[8:8 + length])
            types = {'F64': '<f8', 'F32': '<f4', 'F16': '<f2'}
            for name, tensor in sorted(header.items()):
                if name != '__metadata__':
                    start, end = tensor['data_offsets']
                    array = numpy.frombuffer(data[8 + length + start:8 + length + end], types[tensor['dtype']])
                    array = array.reshape(tensor['shape'])
                    print(name, array.shape, float(array[1, 2]), float(array[4, 0]))
            """;

    @Test
    void elementsOfEitherOrderAreWhereNumPyLooksForThem(@TempDir Path folder) throws Exception {
        assumeThat(run("-c", "import numpy")).as("NumPy is there").isEmpty();
        INDArray doubles = Nd4j.create(DataType.DOUBLE, new long[] {5, 6}, 'f');
        INDArray singles = Nd4j.create(DataType.FLOAT, new long[] {5, 6}, 'f');
        INDArray halves = Nd4j.create(DataType.FLOAT16, new long[] {5, 6}, 'c');
        Nd4jAdapter adapter = new Nd4jAdapter();
        Parameters parameters = Parameters.of(p -> p.tensor("a", doubles, adapter, normal(), 5, 6)
                .tensor("b", singles, adapter, normal(), 5, 6)
                .tensor("c", halves, adapter, normal(), 5, 6));
        parameters.initialize(3);

        parameters.save(folder.resolve("arrays.safetensors"));

        String[] lines = run("-c", PROGRAM, folder.resolve("arrays.safetensors").toString())
                .split("\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("a (5, 6) ").satisfies(line -> assertSame(line, doubles));
        assertThat(lines[1]).startsWith("b (5, 6) ").satisfies(line -> assertSame(line, singles));
        assertThat(lines[2]).startsWith("c (5, 6) ").satisfies(line -> assertSame(line, halves));
    }

    private static void assertSame(String line, INDArray array) {
        String[] words = line.split(" ", -1);
        assertThat(Double.parseDouble(words[3])).isEqualTo(array.getDouble(1, 2));
        assertThat(Double.parseDouble(words[4])).isEqualTo(array.getDouble(4, 0));
    }

    /** What Python prints, errors too. */
    private static String run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        python.waitFor();
        return printed;
    }
}
