package org.initweights.internal.files.safetensors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.message.Excerpt;

/**
 * What a safetensors file begins with: eight bytes of length, then JSON, padded with spaces so that the data begins at a multiple of
 * eight.
 *
 * @param metadata entries of {@code __metadata__}, which is left out if there are none; the map is not changed any more
 * @param tensors in the order of their data; the list is not changed any more
 * @param unknown tensors of a file that was read whose types are not known here
 */
public record Header(Map<String, String> metadata, List<TensorEntry> tensors, List<UnknownEntry> unknown) {

    /** The limit of the format's own library. */
    static final long LONGEST = 100_000_000;

    static final String METADATA = "__metadata__";
    static final String TYPE = "dtype";
    static final String SHAPE = "shape";
    static final String OFFSETS = "data_offsets";

    /** As the format's own library: those of the largest alignment first, then by the bytes of the name. */
    private static final Comparator<TensorEntry> FILE_ORDER = Comparator.comparing(TensorEntry::type)
            .reversed()
            .thenComparing(entry -> entry.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final int ALIGNMENT = 8;

    /**
     * A header for tensors that lie as the format's own library lays them out, without gaps.
     *
     * @throws IllegalArgumentException if a tensor is named like the metadata, or two have the same name
     */
    public static Header of(Map<String, String> metadata, Collection<TensorEntry> tensors) {
        List<TensorEntry> placed = new ArrayList<>();
        long offset = 0;
        for (TensorEntry tensor : tensors.stream().sorted(FILE_ORDER).toList()) {
            checkName(tensor.name());
            placed.add(tensor.from(offset));
            offset = placed.get(placed.size() - 1).end();
        }
        return new Header(
                Collections.unmodifiableMap(new LinkedHashMap<>(metadata)),
                Collections.unmodifiableList(placed),
                List.of());
    }

    /**
     * Refuses a name that no tensor can have.
     *
     * @throws IllegalArgumentException if it is the name of the metadata
     */
    public static void checkName(String name) {
        if (name.equals(METADATA)) {
            throw new IllegalArgumentException("a safetensors file cannot have a tensor named " + METADATA);
        }
    }

    /** The header of one of several files, with the identity of their save among its metadata. */
    public static Header ofShard(Map<String, String> metadata, Collection<TensorEntry> tensors) {
        return of(SaveId.roomIn(metadata), tensors);
    }

    /** This header with the identity of a save; it is as long as before if it had {@linkplain #ofShard room for one}. */
    public Header with(SaveId save) {
        return new Header(with(metadata, SaveId.KEY, save.text()), tensors, unknown);
    }

    static Map<String, String> with(Map<String, String> metadata, String key, String text) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, text);
        return more;
    }

    /** How many bytes of data follow a header of known types. */
    public long dataBytes() {
        return tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).end();
    }

    /**
     * The bytes of this header in a file.
     *
     * @throws IllegalArgumentException if two tensors have the same name, or the header is longer than the format allows
     */
    public byte[] encoded() {
        byte[] json = json();
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(length).put(json);
        Arrays.fill(header.array(), header.position(), header.capacity(), (byte) ' ');
        return header.array();
    }

    /** Member after member, so that only the bytes of all members are in memory. */
    private byte[] json() {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        json.write('{');
        if (!metadata.isEmpty()) {
            Map<String, JsonValue> texts = new LinkedHashMap<>();
            metadata.forEach((key, text) -> texts.put(key, new JsonString(text)));
            append(json, METADATA, new JsonObject(texts));
        }
        for (TensorEntry tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors are named " + Excerpt.of(tensor.name()));
            }
            append(json, tensor.name(), json(tensor));
        }
        json.write('}');
        return json.toByteArray();
    }

    private void append(ByteArrayOutputStream json, String name, JsonValue value) {
        String separator = json.size() > 1 ? "," : "";
        String member = separator + JsonWriter.compact(new JsonString(name)) + ":" + JsonWriter.compact(value);
        json.writeBytes(member.getBytes(StandardCharsets.UTF_8));
        if (json.size() >= LONGEST) {
            throw new IllegalArgumentException("the names, types and shapes of " + tensors.size()
                    + " tensors and the metadata make a header of more than " + LONGEST
                    + " bytes, which nobody could read; write fewer tensors to a file, as with SaveOptions.withShardsOf, or give them"
                    + " shorter names");
        }
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
