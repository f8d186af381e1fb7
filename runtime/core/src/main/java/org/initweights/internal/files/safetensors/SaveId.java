package org.initweights.internal.files.safetensors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Tells the files of one save from those of another: it is in the metadata of each of several files, and in their index's metadata. It is
 * made of what is saved, so that saving the same again gives the same bytes.
 *
 * @param text 32 hexadecimal digits
 */
public record SaveId(String text) {

    /** Its key in the metadata of files and index. */
    public static final String KEY = "save_id";

    private static final int BYTES = 16;

    /** Stands in headers until all elements are known; as long as any other, so that nothing moves when it is replaced. */
    private static final SaveId UNKNOWN = new SaveId("0".repeat(2 * BYTES));

    /**
     * The identity of a save.
     *
     * @param shards the headers of all files
     * @param checksums the {@link TensorChecksum} of the tensor of each name
     */
    public static SaveId of(List<Header> shards, ToLongFunction<String> checksums) {
        MessageDigest digest = sha256();
        for (Header shard : shards) {
            digest.update(shard.with(UNKNOWN).encoded());
            for (TensorEntry tensor : shard.tensors()) {
                digest.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(checksums.applyAsLong(tensor.name()))
                        .flip());
            }
        }
        return new SaveId(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
    }

    /**
     * The identity of a save whose elements are drawn: known before any is. It is made of what decides the elements.
     *
     * @param shards the headers of all files
     * @param plan the plan of the parameters, as text
     * @param source tells the random source from others that draw other numbers
     */
    public static SaveId drawn(List<Header> shards, String plan, String source) {
        MessageDigest digest = sha256();
        for (String text : List.of(plan, source)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
            digest.update(bytes);
        }
        for (Header shard : shards) {
            digest.update(shard.with(UNKNOWN).encoded());
        }
        return new SaveId(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
    }

    /** The identity that metadata has, if they have one. */
    public static Optional<SaveId> ofMetadata(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get(KEY)).map(SaveId::new);
    }

    /** The metadata of one of several files, with room for the identity. */
    static Map<String, String> roomIn(Map<String, String> metadata) {
        return Header.with(metadata, KEY, UNKNOWN.text);
    }

    /** A part of it, for names of files. */
    String brief() {
        return text.substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
