package org.initweights.io;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.RandomSource;

/**
 * How parameters are saved. Options are values: each method returns others.
 *
 * <pre>{@code
 * parameters.save(path, SaveOptions.defaults().withSeed(42).withShardsOf(5_000_000_000L));
 * }</pre>
 *
 * <p>Options are immutable, and threads may share them.
 */
public final class SaveOptions implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient Map<String, String> metadata;
    private final long shardBytes;

    private SaveOptions(Map<String, String> metadata, long shardBytes) {
        this.metadata = metadata;
        this.shardBytes = shardBytes;
    }

    /** One file, with {@code format: pt} and the version of this library as metadata. */
    public static SaveOptions defaults() {
        SaveOptions pytorch = withoutMetadata().withMetadata("format", "pt");
        return LibraryVersion.current()
                .map(version -> pytorch.withMetadata("initweights", version))
                .orElse(pytorch);
    }

    /** One file without any metadata: byte for byte what {@code safetensors.torch.save_file(tensors, path)} writes. */
    public static SaveOptions withoutMetadata() {
        return new SaveOptions(Map.of(), Long.MAX_VALUE);
    }

    /** These options, with an entry of metadata more. */
    public SaveOptions withMetadata(String key, String text) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, text);
        return new SaveOptions(Collections.unmodifiableMap(more), shardBytes);
    }

    /** These options, with where the random numbers came from in the metadata, as {@code source}. */
    public SaveOptions withSource(RandomSource source) {
        return withMetadata("source", source.toString());
    }

    /** These options, with the seed of {@link RandomSource#seeded} in the metadata, as {@code seed} and {@code source}. */
    public SaveOptions withSeed(long seed) {
        return withMetadata("seed", Long.toString(seed)).withSource(RandomSource.seeded(seed));
    }

    /**
     * These options, with several files if a single one would have more than {@code bytes} of data, laid out as by Hugging Face:
     * {@code model-00001-of-00003.safetensors} and so on, and {@code model.safetensors.index.json}. Hugging Face's own limit is
     * 5,000,000,000.
     *
     * @throws IllegalArgumentException if {@code bytes} is not positive
     */
    public SaveOptions withShardsOf(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a file cannot have at most " + bytes + " bytes of data");
        }
        return new SaveOptions(metadata, bytes);
    }

    /** The entries for {@code __metadata__}, in their order. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * The entries for a file of these parameters: {@link #metadata()}, and for each further name of a tied tensor the name that it is saved
     * under, {@code "lm_head.weight": "wte.weight"}, as {@code safetensors.torch.save_model} writes them. Without metadata there are none.
     */
    public Map<String, String> metadata(Iterable<? extends Parameter> parameters) {
        if (metadata.isEmpty()) {
            return metadata;
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            parameter.names().stream().skip(1).forEach(name -> all.put(name, parameter.name()));
        }
        all.putAll(metadata);
        return Collections.unmodifiableMap(all);
    }

    /** How many bytes of data a file may have. */
    public long shardBytes() {
        return shardBytes;
    }

    /** What options are written as. */
    private record Form(LinkedHashMap<String, String> metadata, long shardBytes) implements Serializable {

        private Object readResolve() {
            return new SaveOptions(Collections.unmodifiableMap(new LinkedHashMap<>(metadata)), shardBytes);
        }
    }

    private Object writeReplace() {
        return new Form(new LinkedHashMap<>(metadata), shardBytes);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("options are read from their serial form alone");
    }
}
