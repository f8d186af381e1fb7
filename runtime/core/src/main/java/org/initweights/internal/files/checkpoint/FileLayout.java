package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initweights.Parameter;
import org.initweights.internal.files.safetensors.CheckpointName;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.SaveId;
import org.initweights.internal.files.safetensors.ShardPlan;
import org.initweights.internal.files.safetensors.ShardedTensors;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.io.SaveOptions;

/**
 * Which files a checkpoint has, and where each tensor is in them.
 *
 * @param name the names of its files
 * @param tensors how they are distributed over the files
 */
record FileLayout(CheckpointName name, List<Shard> shards, Map<String, Section> places, ShardedTensors tensors) {

    /** What the names of files end with until all is complete. */
    static final String PARTIAL = ".partial";

    /**
     * One file.
     *
     * @param target its name when all is complete
     * @param header what it begins with; of several files, with room for their {@link SaveId}
     */
    record Shard(Path target, Header header) {

        /** Its length. */
        long bytes() {
            return header.encoded().length + header.dataBytes();
        }

        /** Its name until all is complete. */
        Path partial() {
            return target.resolveSibling(target.getFileName() + PARTIAL);
        }
    }

    /**
     * Where a tensor is.
     *
     * @param shard the number of its file
     * @param begin where it begins there
     * @param bytes how many it has
     */
    record Section(int shard, long begin, long bytes) {}

    /** The layout of these parameters, the same that saving them has. */
    static FileLayout of(List<Parameter> parameters, Path path, SaveOptions options) throws IOException {
        CheckpointName name = CheckpointName.of(path);
        List<TensorEntry> tensors = parameters.stream().map(TensorEntry::of).toList();
        ShardPlan plan = ShardPlan.of(tensors, options.shardBytes());
        List<Shard> shards = new ArrayList<>();
        Map<String, Section> places = new HashMap<>();
        for (int i = 0; i < plan.shards().size(); i++) {
            Shard shard = shard(name, plan, i, options.metadata(parameters));
            long data = shard.header().encoded().length;
            for (TensorEntry tensor : shard.header().tensors()) {
                places.put(tensor.name(), new Section(i, data + tensor.begin(), tensor.bytes()));
            }
            shards.add(shard);
        }
        return new FileLayout(name, shards, places, ShardedTensors.of(plan));
    }

    private static Shard shard(CheckpointName name, ShardPlan plan, int number, Map<String, String> metadata) {
        List<TensorEntry> tensors = plan.shards().get(number);
        return plan.isSingle()
                ? new Shard(name.file(), Header.of(metadata, tensors))
                : new Shard(name.shard(number, plan.shards().size()), Header.ofShard(metadata, tensors));
    }

    /** Where the elements of a parameter are. */
    Section place(Parameter parameter) {
        return Objects.requireNonNull(places.get(parameter.name()), parameter.name());
    }

    boolean isSingle() {
        return shards.size() == 1;
    }

    /** How many bytes all files have. */
    long bytes() {
        return shards.stream().mapToLong(Shard::bytes).sum();
    }

    /** Tells layouts apart, together with {@code more}. */
    String digest(String more) {
        List<byte[]> parts = new ArrayList<>(List.of(Digest.bytes(more)));
        for (Shard shard : shards) {
            parts.add(Digest.bytes(String.valueOf(shard.target().getFileName())));
            parts.add(shard.header().encoded());
        }
        return Digest.of(parts);
    }
}
