package org.initweights.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A tensor of a safetensors file, read as the format says, by nothing of this library. */
public final class StoredTensor {

    private final long[] shape;
    private final byte[] bytes;

    private StoredTensor(long[] shape, byte[] bytes) {
        this.shape = shape;
        this.bytes = bytes;
    }

    /** Its sizes. */
    public long[] shape() {
        return shape;
    }

    /** Its elements in rows, little-endian. */
    public byte[] bytes() {
        return bytes;
    }

    /** All tensors of a file, by their names. */
    public static Map<String, StoredTensor> of(byte[] file) throws IOException {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        int data = Long.BYTES + length;
        Map<String, StoredTensor> tensors = new HashMap<>();
        new ObjectMapper()
                .readTree(file, Long.BYTES, length).properties().stream()
                        .filter(entry -> !entry.getKey().equals("__metadata__"))
                        .forEach(entry -> tensors.put(entry.getKey(), of(entry.getValue(), file, data)));
        return tensors;
    }

    private static StoredTensor of(JsonNode entry, byte[] file, int data) {
        JsonNode sizes = entry.get("shape");
        long[] shape = new long[sizes.size()];
        Arrays.setAll(shape, i -> sizes.get(i).asLong());
        JsonNode offsets = entry.get("data_offsets");
        int begin = data + offsets.get(0).asInt();
        int end = data + offsets.get(1).asInt();
        return new StoredTensor(shape, Arrays.copyOfRange(file, begin, end));
    }
}
