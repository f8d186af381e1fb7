package org.initweights.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.io.SaveOptions;
import org.initweights.safetensors.Header;
import org.initweights.safetensors.ShardIndex;
import org.initweights.safetensors.ShardPlan;
import org.initweights.safetensors.TensorEntry;

/**
 * Which files a checkpoint has, and where each tensor is in them.
 *
 * @param checkpoint the name of the single file; those of shards and index are made from it
 */
record Layout(Path checkpoint, List<Shard> shards, Map<String, Place> places) {

    /**
     * One file.
     *
     * @param target its name when all is complete
     * @param header what it begins with
     */
    record Shard(Path target, Header header) {

        /** Its length. */
        long bytes() {
            return header.encoded().length + header.dataBytes();
        }

        /** Its name until all is complete. */
        Path partial() {
            return target.resolveSibling(target.getFileName() + ".partial");
        }
    }

    /**
     * Where a tensor is.
     *
     * @param shard the number of its file
     * @param begin where it begins there
     */
    record Place(int shard, long begin) {}

    /** The layout of these parameters, the same that saving them has. */
    static Layout of(Parameters parameters, Path path, SaveOptions options) throws IOException {
        Path checkpoint = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        List<TensorEntry> tensors = parameters.stream().map(TensorEntry::of).toList();
        ShardPlan plan = ShardPlan.of(tensors, options.shardBytes());
        List<Shard> shards = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        for (int i = 0; i < plan.shards().size(); i++) {
            Header header = Header.of(options.metadata(), plan.shards().get(i));
            long data = header.encoded().length;
            for (TensorEntry tensor : header.tensors()) {
                places.put(tensor.name(), new Place(i, data + tensor.begin()));
            }
            shards.add(new Shard(plan.file(checkpoint, i), header));
        }
        return new Layout(checkpoint, shards, places);
    }

    /** Where the journal is. */
    Path journal() {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".journal");
    }

    /** Where the elements of a parameter are. */
    Place place(Parameter parameter) {
        return Objects.requireNonNull(places.get(parameter.name()), parameter.name());
    }

    boolean isSingle() {
        return shards.size() == 1;
    }

    /** How many bytes all files have. */
    long bytes() {
        return shards.stream().mapToLong(Shard::bytes).sum();
    }

    /** The index of the files, for tensors in this order. */
    byte[] index(Parameters parameters) {
        Map<String, String> files = new LinkedHashMap<>();
        long total = 0;
        for (Parameter parameter : parameters) {
            Path target = shards.get(place(parameter).shard()).target();
            files.put(parameter.name(), String.valueOf(target.getFileName()));
            total += TensorEntry.of(parameter).bytes();
        }
        return new ShardIndex(files).text(total).getBytes(StandardCharsets.UTF_8);
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
