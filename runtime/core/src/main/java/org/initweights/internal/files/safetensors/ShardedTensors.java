package org.initweights.internal.files.safetensors;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    String index(List<Path> files, SaveId save) {
        Map<String, String> names = new LinkedHashMap<>();
        shards.forEach((tensor, shard) ->
                names.put(tensor, String.valueOf(files.get(shard).getFileName())));
        return new ShardIndex(names, Optional.of(save)).text(bytes);
    }
}
