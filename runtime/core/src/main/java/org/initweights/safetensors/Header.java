package org.initweights.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.json.JsonArray;
import org.initweights.json.JsonNumber;
import org.initweights.json.JsonObject;
import org.initweights.json.JsonString;
import org.initweights.json.JsonValue;
import org.initweights.json.JsonWriter;

/**
 * What a safetensors file begins with: eight bytes of length, then JSON, padded with spaces so that the data begins at a multiple of
 * eight.
 *
 * @param metadata entries of {@code __metadata__}, which is left out if there are none
 * @param tensors in the order of their data
 */
public record Header(Map<String, String> metadata, List<TensorEntry> tensors) {

    static final String METADATA = "__metadata__";
    static final String TYPE = "dtype";
    static final String SHAPE = "shape";
    static final String OFFSETS = "data_offsets";

    /** As the format's own library: those of the largest alignment first, then by the bytes of the name. */
    private static final Comparator<TensorEntry> FILE_ORDER = Comparator.comparing(TensorEntry::type)
            .reversed()
            .thenComparing(entry -> entry.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final int ALIGNMENT = 8;

    public Header {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = List.copyOf(tensors);
    }

    /**
     * A header for tensors that lie as the format's own library lays them out, without gaps.
     *
     * @throws IllegalArgumentException if a tensor is named like the metadata, or two have the same name
     */
    public static Header of(Map<String, String> metadata, Collection<TensorEntry> tensors) {
        List<TensorEntry> placed = new ArrayList<>();
        long offset = 0;
        for (TensorEntry tensor : tensors.stream().sorted(FILE_ORDER).toList()) {
            if (tensor.name().equals(METADATA)) {
                throw new IllegalArgumentException("a safetensors file cannot have a tensor named " + METADATA);
            }
            placed.add(tensor.from(offset));
            offset = placed.get(placed.size() - 1).end();
        }
        return new Header(metadata, placed);
    }

    /** The header of one of several files, with the identity of their save among its metadata. */
    public static Header ofShard(Map<String, String> metadata, Collection<TensorEntry> tensors) {
        return of(SaveId.roomIn(metadata), tensors);
    }

    /** This header with the identity of a save; it is as long as before if it had {@linkplain #ofShard room for one}. */
    public Header with(SaveId save) {
        return new Header(with(metadata, SaveId.KEY, save.text()), tensors);
    }

    static Map<String, String> with(Map<String, String> metadata, String key, String text) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, text);
        return more;
    }

    /** How many bytes of data follow the header. */
    public long dataBytes() {
        return tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).end();
    }

    /** The bytes of this header in a file. */
    public byte[] encoded() {
        byte[] json = JsonWriter.compact(json()).getBytes(StandardCharsets.UTF_8);
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(length).put(json);
        Arrays.fill(header.array(), header.position(), header.capacity(), (byte) ' ');
        return header.array();
    }

    private JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            Map<String, JsonValue> texts = new LinkedHashMap<>();
            metadata.forEach((key, text) -> texts.put(key, new JsonString(text)));
            members.put(METADATA, new JsonObject(texts));
        }
        for (TensorEntry tensor : tensors) {
            if (members.put(tensor.name(), json(tensor)) != null) {
                throw new IllegalArgumentException("two tensors are named " + tensor.name());
            }
        }
        return new JsonObject(members);
    }

    private static JsonObject json(TensorEntry tensor) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(TYPE, new JsonString(tensor.type().name()));
        members.put(SHAPE, numbers(tensor.shape().dims()));
        members.put(OFFSETS, numbers(tensor.begin(), tensor.end()));
        return new JsonObject(members);
    }

    private static JsonArray numbers(long... values) {
        return new JsonArray(Arrays.stream(values)
                .mapToObj(value -> (JsonValue) JsonNumber.of(value))
                .toList());
    }
}
