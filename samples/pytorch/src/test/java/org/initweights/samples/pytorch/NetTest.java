package org.initweights.samples.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample writes, read by a parser of JSON, beside what PyTorch says of the network. */
class NetTest {

    private static byte[] file = {};
    private static int header;
    private static JsonNode tensors = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void writes(@TempDir Path folder) throws IOException {
        Main.main(folder.toString());
        file = Files.readAllBytes(folder.resolve("net.safetensors"));
        header = Math.toIntExact(
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong());
        tensors = new ObjectMapper().readTree(new String(file, 8, header, StandardCharsets.UTF_8));
    }

    @Test
    void hasTheNamesAndShapesThatPyTorchHas() {
        Map<String, List<Long>> theirs = new LinkedHashMap<>();
        tensorsOf(new Net()).forEach((name, tensor) -> theirs.put(name, list(tensor.shape())));
        Map<String, List<Long>> ours = new LinkedHashMap<>();
        tensors.properties().forEach(tensor -> {
            if (!tensor.getKey().equals("__metadata__")) {
                List<Long> shape = new ArrayList<>();
                tensor.getValue().get("shape").forEach(size -> shape.add(size.asLong()));
                ours.put(tensor.getKey(), shape);
            }
        });
        assertThat(ours).hasSize(37).containsKey("blocks.2.bn2.running_var").isEqualTo(theirs);
    }

    /** To the bit what {@code torch.manual_seed(42); new Net()} draws. */
    @Test
    void hasTheNumbersThatPyTorchDraws() {
        torch.manual_seed(42);
        tensorsOf(new Net()).forEach((name, tensor) -> {
            float[] theirs = new float[Math.toIntExact(tensor.numel())];
            tensor.data_ptr_float().get(theirs);
            float[] ours = new float[theirs.length];
            int from = 8 + header + tensors.get(name).get("data_offsets").get(0).asInt();
            ByteBuffer.wrap(file, from, 4 * ours.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(ours);
            assertThat(ours).as(name).isEqualTo(theirs);
        });
    }

    /** All parameters and buffers but the counters of batch normalisation, which Python's {@code load_state_dict} adds itself. */
    private static Map<String, Tensor> tensorsOf(Module module) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        for (StringTensorDict list : List.of(module.named_parameters(true), module.named_buffers(true))) {
            try {
                for (long i = 0; i < list.size(); i++) {
                    String name = list.get(i).key().getString();
                    if (!name.endsWith(".num_batches_tracked")) {
                        found.put(name, new Tensor(list.get(i).value()));
                    }
                }
            } finally {
                // What a dictionary returns points into it, and is gone with it.
                Reference.reachabilityFence(list);
            }
        }
        return found;
    }

    private static List<Long> list(long... sizes) {
        List<Long> list = new ArrayList<>();
        for (long size : sizes) {
            list.add(size);
        }
        return list;
    }
}
