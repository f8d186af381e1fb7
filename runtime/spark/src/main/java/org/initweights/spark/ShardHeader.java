package org.initweights.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.io.ElementType;

/**
 * What a shard begins with.
 *
 * @param length how many bytes are before the first tensor
 * @param tensors where each tensor is, in the order of their bytes
 */
record ShardHeader(int length, List<Section> tensors) implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String METADATA = "__metadata__";

    /** Where a tensor is, counted from the beginning of the file. */
    record Section(String name, ElementType type, long begin, long end) implements Serializable {

        private static final long serialVersionUID = 1;
    }

    /** The bytes of a shard's header, with the eight that say how long it is. */
    static byte[] bytes(Plan.Shard shard, RandomSource source) throws IOException {
        long json = ByteBuffer.wrap(range(shard, source, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        return range(shard, source, Long.BYTES + json);
    }

    private static byte[] range(Plan.Shard shard, RandomSource source, long to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        shard.write(Channels.newChannel(bytes), source, 0, to);
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} gives. */
    static ShardHeader parse(byte[] header) {
        byte[] json = Arrays.copyOfRange(header, Long.BYTES, header.length);
        List<Section> tensors = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member :
                JsonReader.read(json).asObject().members().entrySet()) {
            if (!member.getKey().equals(METADATA)) {
                tensors.add(section(member.getKey(), member.getValue().asObject(), header.length));
            }
        }
        tensors.sort(Comparator.comparingLong(Section::begin).thenComparingLong(Section::end));
        return new ShardHeader(header.length, tensors);
    }

    private static Section section(String name, JsonObject entry, int data) {
        String type = entry.get("dtype").asString();
        long[] offsets = entry.get("data_offsets").asArray().longs();
        return new Section(
                name,
                ElementType.named(type).orElseThrow(() -> new IllegalArgumentException(name + " is of type " + type)),
                data + offsets[0],
                data + offsets[1]);
    }

    /** The tensor that a byte of the file belongs to; empty if it is one of the header. */
    Optional<Section> at(long offset) {
        return tensors.stream()
                .filter(tensor -> tensor.begin() <= offset && offset < tensor.end())
                .findFirst();
    }
}
