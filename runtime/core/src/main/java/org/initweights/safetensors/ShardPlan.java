package org.initweights.safetensors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the tensors of a checkpoint are distributed over files, by the rule of Hugging Face: in their order, a new file when the next
 * tensor would make one too large; a tensor that is too large alone has a file alone.
 *
 * @param shards the tensors of each file
 */
public record ShardPlan(List<List<TensorEntry>> shards) {

    private static final String EXTENSION = ".safetensors";

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

    /** The file of one of the shards of a checkpoint: {@code model-00001-of-00003.safetensors} for the first of three. */
    public Path file(Path checkpoint, int shard) {
        if (isSingle()) {
            return checkpoint;
        }
        String name = checkpoint.getFileName().toString();
        String stem = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        return checkpoint.resolveSibling(
                String.format(Locale.ROOT, "%s-%05d-of-%05d%s", stem, shard + 1, shards.size(), EXTENSION));
    }
}
