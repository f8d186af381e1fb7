package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLayoutTest {

    private static final List<Parameter> PARAMETERS = List.of(
            PlannedTensors.of("a", DType.F16, 3),
            PlannedTensors.of("b", DType.F64, 5, 2),
            PlannedTensors.of("c", DType.F32),
            PlannedTensors.of("d", DType.BF16, 0, 7),
            PlannedTensors.of("e", DType.F32, 100));

    @TempDir
    private Path folder;

    /** The header of each file, read as the format says, has the tensors of that file where they are said to be. */
    @ParameterizedTest
    @ValueSource(longs = {1, 100, 500, Long.MAX_VALUE})
    void placesAreThoseOfTheHeaders(long shardBytes) throws IOException {
        FileLayout layout =
                PlannedTensors.layout(folder, PARAMETERS, SaveOptions.defaults().withShardsOf(shardBytes));
        long all = 0;
        int tensors = 0;

        for (int i = 0; i < layout.shards().size(); i++) {
            FileLayout.Shard shard = layout.shards().get(i);
            byte[] bytes = shard.header().encoded();
            long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            assertThat(bytes).hasSize((int) length + Long.BYTES);
            JsonNode header = new ObjectMapper().readTree(bytes, Long.BYTES, (int) length);
            long end = 0;
            for (Parameter parameter : PARAMETERS) {
                JsonNode tensor = header.get(parameter.name());
                if (tensor != null) {
                    long begin = tensor.get("data_offsets").get(0).asLong();
                    end = Math.max(end, tensor.get("data_offsets").get(1).asLong());
                    assertThat(layout.place(parameter))
                            .isEqualTo(new FileLayout.Section(
                                    i,
                                    bytes.length + begin,
                                    parameter.elements() * parameter.dtype().bytes()));
                    tensors++;
                }
            }
            assertThat(shard.bytes()).isEqualTo(bytes.length + end);
            assertThat(shard.partial()).isEqualTo(Path.of(shard.target() + ".partial"));
            all += shard.bytes();
        }
        assertThat(tensors).isEqualTo(PARAMETERS.size());
        assertThat(layout.bytes()).isEqualTo(all);
        assertThat(layout.isSingle()).isEqualTo(layout.shards().size() == 1);
    }

    @Test
    void theDigestTellsApartWhatMakesOtherFiles() throws IOException {
        SaveOptions options = SaveOptions.defaults();
        Set<String> digests = new HashSet<>();
        digests.add(digest(PARAMETERS, options, "plan"));
        assertThat(digests).as("the same again").containsExactly(digest(PARAMETERS, options, "plan"));

        digests.add(digest(PARAMETERS, options, "another plan"));
        digests.add(digest(PARAMETERS, options.withSeed(5), "plan"));
        digests.add(digest(PARAMETERS, options.withShardsOf(100), "plan"));
        digests.add(digest(PARAMETERS, options.withShardsOf(1), "plan"));
        digests.add(digest(PARAMETERS.subList(0, 4), options, "plan"));
        List<Parameter> renamed = new ArrayList<>(PARAMETERS);
        renamed.set(4, PlannedTensors.of("f", DType.F32, 100));
        digests.add(digest(renamed, options, "plan"));
        renamed.set(4, PlannedTensors.of("e", DType.F32, 10, 10));
        digests.add(digest(renamed, options, "plan"));

        assertThat(digests).hasSize(8);
    }

    private String digest(List<Parameter> parameters, SaveOptions options, String plan) throws IOException {
        return PlannedTensors.layout(folder, parameters, options).digest(plan);
    }
}
