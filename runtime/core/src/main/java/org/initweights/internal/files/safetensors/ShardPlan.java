package org.initweights.internal.files.safetensors;

import java.util.ArrayList;
import java.util.List;

/**
 * How the tensors of a checkpoint are distributed over files, by the rule of Hugging Face: in their order, a new file when the next
 * tensor would make one too large; a tensor that is too large alone has a file alone.
 *
 * @param shards the tensors of each file
 */
public record ShardPlan(List<List<TensorEntry>> shards) {

    /**
     * Distributes tensors.
     *
     * @param mostBytes how many bytes of data a file may have
     */
    public static ShardPlan of(List<TensorEntry> tensors, long mostBytes) {
        List<List<TensorEntry>> shards = new ArrayList<>();
        List<TensorEntry> current = new ArrayList<>();
        long size = 0;
        for (TensorEntry tensor : tensors) {
            if (tensor.bytes() > mostBytes) {
                shards.add(List.of(tensor));
                continue;
            }
            if (size > mostBytes - tensor.bytes()) {
                shards.add(current);
                current = new ArrayList<>();
                size = 0;
            }
            current.add(tensor);
            size += tensor.bytes();
        }
        if (!current.isEmpty() || shards.isEmpty()) {
            shards.add(current);
        }
        return new ShardPlan(shards);
    }

    /** Whether all is in one file. */
    public boolean isSingle() {
        return shards.size() == 1;
    }
}
