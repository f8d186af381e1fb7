package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.TensorShape;
import org.initweights.internal.files.TensorContent;
import org.initweights.io.ElementType;

/** Small checkpoints, all of whose elements are the same: five tensors, t0 to t4, of four bytes. */
final class Saved {

    static final long ONE = Long.MAX_VALUE;
    static final long TWO = 12;
    static final long THREE = 8;
    static final long FIVE = 4;

    private Saved() {}

    static void write(Path file, int value, long shardBytes) throws IOException {
        List<TensorContent> tensors = IntStream.range(0, 5)
                .mapToObj(i -> new TensorContent("t" + i, ElementType.I32, TensorShape.of(1), (from, count, target) -> {
                    for (int j = 0; j < count; j++) {
                        target.putInt(value);
                    }
                }))
                .toList();
        new CheckpointWriter(tensors, Map.of("format", "pt"), file).write(shardBytes);
    }

    /** The value that all elements have in what a path leads to; of several files, all are of one save. */
    static int valueIn(Path path) throws IOException {
        Path found = CheckpointFiles.find(path);
        if (!CheckpointFiles.isIndex(found)) {
            return value(found, List.of("t0", "t1", "t2", "t3", "t4"));
        }
        ShardIndex index = ShardIndex.read(found);
        TreeSet<Integer> values = new TreeSet<>();
        for (String shard : index.shards()) {
            try (SafetensorsFile file = SafetensorsFile.open(found.resolveSibling(shard))) {
                if (!SaveId.ofMetadata(file.header().metadata()).equals(index.save())) {
                    throw new AssertionError(shard + " is of another save than " + found);
                }
            }
            values.add(value(
                    found.resolveSibling(shard),
                    index.files().keySet().stream()
                            .filter(name -> shard.equals(index.files().get(name)))
                            .sorted()
                            .toList()));
        }
        if (values.size() != 1 || index.files().size() != 5) {
            throw new AssertionError(found + " has " + index.files() + " of the values " + values);
        }
        return values.first();
    }

    private static int value(Path path, List<String> names) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            List<String> found = file.header().tensors().stream()
                    .map(TensorEntry::name)
                    .sorted()
                    .toList();
            ByteBuffer data = ByteBuffer.allocate(4 * names.size()).order(ByteOrder.LITTLE_ENDIAN);
            file.read(0, data);
            if (!found.equals(names)
                    || IntStream.range(0, names.size()).anyMatch(i -> data.getInt(4 * i) != data.getInt(0))) {
                throw new AssertionError(path + " has " + found);
            }
            return data.getInt(0);
        }
    }

    /** The names in a folder, in order. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
