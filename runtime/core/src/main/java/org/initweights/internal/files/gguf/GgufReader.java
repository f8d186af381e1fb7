package org.initweights.internal.files.gguf;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.message.Excerpt;

/**
 * Reads the header of a GGUF file that cannot be trusted, of version 2 or 3, in either byte order, and checks that its tensors lie in
 * the file and do not overlap.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">The format</a>
 */
public final class GgufReader {

    private static final int MAGIC = 0x46554747;
    private static final int VERSION_OF_OTHER_ORDER = 0xFFFF;
    private static final int MOST_DIMENSIONS = 4;
    private static final String ALIGNMENT = "general.alignment";
    private static final long USUAL_ALIGNMENT = 32;
    private static final int LEAST_BYTES_OF_A_VALUE = 13;
    private static final int LEAST_BYTES_OF_A_TENSOR = 24;

    /** Of tensors, and of entries of metadata: a hundred times as many as any model has. */
    private static final int MOST = 100_000;

    private final HeaderBytes bytes;

    private GgufReader(HeaderBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a header from the beginning of a file.
     *
     * @throws GgufException if it is none, or does not fit the file
     */
    public static GgufHeader read(SeekableByteChannel channel) throws IOException {
        channel.position(0);
        return new GgufReader(new HeaderBytes(channel)).header(channel.size());
    }

    private GgufHeader header(long size) throws IOException {
        if (bytes.number() != MAGIC) {
            throw new GgufException("it does not begin with GGUF");
        }
        int version = bytes.number();
        if ((version & VERSION_OF_OTHER_ORDER) == 0) {
            version = Integer.reverseBytes(version);
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        if (version != 2 && version != 3) {
            throw new GgufException("its version is " + Integer.toUnsignedString(version) + ", not 2 or 3");
        }
        int tensorCount = bytes.count("tensors", LEAST_BYTES_OF_A_TENSOR, MOST);
        int valueCount = bytes.count("entries of metadata", LEAST_BYTES_OF_A_VALUE, MOST);
        Map<String, Object> metadata = metadata(valueCount);
        long alignment = alignment(metadata);
        List<GgufEntry> tensors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tensorCount; i++) {
            GgufEntry tensor = tensor();
            if (!names.add(tensor.name())) {
                throw problem(tensor, "it is there twice");
            }
            tensors.add(tensor);
        }
        long dataStart = (bytes.position() + alignment - 1) / alignment * alignment;
        checkPlaces(tensors, alignment, Math.max(0, size - dataStart));
        return new GgufHeader(
                version,
                bytes.order(),
                Collections.unmodifiableMap(metadata),
                Collections.unmodifiableList(tensors),
                dataStart);
    }

    private Map<String, Object> metadata(int count) throws IOException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        MetadataReader values = new MetadataReader(bytes);
        for (int i = 0; i < count; i++) {
            String key = text();
            if (metadata.put(key, values.next()) != null) {
                throw new GgufException("its metadata has " + Excerpt.of(key) + " twice");
            }
        }
        return metadata;
    }

    private String text() throws IOException {
        return new String(bytes.text(), StandardCharsets.UTF_8);
    }

    private static long alignment(Map<String, Object> metadata) throws GgufException {
        Object alignment = metadata.getOrDefault(ALIGNMENT, USUAL_ALIGNMENT);
        if (!(alignment instanceof Long value)
                || value <= 0
                || value > Integer.MAX_VALUE
                || Long.bitCount(value) != 1) {
            throw new GgufException(
                    "its " + ALIGNMENT + " is " + Excerpt.of(String.valueOf(alignment)) + ", which is no power of two");
        }
        return value;
    }

    private GgufEntry tensor() throws IOException {
        String name = text();
        int rank = bytes.number();
        if (rank < 0 || rank > MOST_DIMENSIONS) {
            throw new GgufException("tensor \"" + Excerpt.of(name) + "\": it has " + Integer.toUnsignedString(rank)
                    + " dimensions; there may be " + MOST_DIMENSIONS);
        }
        // GGML has the axis that changes fastest first.
        long[] dims = new long[rank];
        for (int axis = rank - 1; axis >= 0; axis--) {
            dims[axis] = bytes.large();
        }
        try {
            return new GgufEntry(name, bytes.number(), TensorShape.of(dims), bytes.large());
        } catch (InitializationException e) {
            throw new GgufException("tensor \"" + Excerpt.of(name) + "\": " + e.getMessage());
        }
    }

    private static void checkPlaces(List<GgufEntry> tensors, long alignment, long dataBytes) throws GgufException {
        List<GgufEntry> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(GgufEntry::begin));
        long end = 0;
        for (GgufEntry tensor : sorted) {
            long bytes = bytes(tensor);
            if (tensor.begin() < 0 || tensor.begin() % alignment != 0) {
                throw problem(
                        tensor,
                        "its bytes begin at " + Long.toUnsignedString(tensor.begin()) + ", which is no multiple of "
                                + alignment);
            }
            if (bytes > dataBytes || tensor.begin() > dataBytes - bytes) {
                throw problem(
                        tensor,
                        "its " + bytes + " bytes begin at " + tensor.begin() + ", but the file has " + dataBytes
                                + " bytes of data");
            }
            if (tensor.begin() < end && bytes > 0) {
                throw problem(
                        tensor,
                        "its bytes begin at " + tensor.begin() + ", but those before it end at " + end
                                + ": tensors overlap");
            }
            end = Math.max(end, tensor.begin() + bytes);
        }
    }

    private static long bytes(GgufEntry tensor) throws GgufException {
        try {
            return tensor.bytes();
        } catch (GgufException e) {
            throw problem(tensor, String.valueOf(e.getMessage()));
        }
    }

    private static GgufException problem(GgufEntry tensor, String problem) {
        return new GgufException("tensor \"" + Excerpt.of(tensor.name()) + "\": " + problem);
    }
}
