package org.initweights.internal.files.safetensors;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The tensors of a checkpoint of several files.
 *
 * @param shards the number of the file of each tensor, in the order of the model
 * @param bytes how many bytes all tensors have together
 */
public record ShardedTensors(Map<String, Integer> shards, long bytes) {

    /** The tensors as they are distributed. */
    public static ShardedTensors of(ShardPlan plan) {
        Map<String, Integer> shards = new LinkedHashMap<>();
        long bytes = 0;
        for (int shard = 0; shard < plan.shards().size(); shard++) {
            for (TensorEntry tensor : plan.shards().get(shard)) {
                shards.put(tensor.name(), shard);
                bytes += tensor.bytes();
            }
        }
        return new ShardedTensors(shards, bytes);
    }

    /** The text of an index that says in which of these files each tensor is. */
    String index(List<Path> files, Optional<SaveId> save) {
        return index(shard -> String.valueOf(files.get(shard).getFileName()), save);
    }

    /**
     * The text of an index.
     *
     * @param names the name of the file of each number
     * @param save the save that it belongs to, if the index is to say so
     */
    public String index(IntFunction<String> names, Optional<SaveId> save) {
        Map<String, String> files = new LinkedHashMap<>();
        shards.forEach((tensor, shard) -> files.put(tensor, names.apply(shard)));
        return new ShardIndex(files, save).text(bytes);
    }
}
