package org.initweights.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.file.ElementWriter;
import org.initweights.file.StagedFile;

/**
 * Writes parameters as one file, or as several with an index.
 *
 * <p>All files are complete before the first has its name. The index comes last, and an old one goes before the first shard is
 * replaced: a process that dies between leaves no index, and so no checkpoint, rather than one of old and new tensors.
 */
public final class CheckpointWriter {

    private final Parameters parameters;
    private final Map<String, String> metadata;
    private final Path checkpoint;

    /**
     * Nothing is written yet.
     *
     * @param checkpoint the name of the single file; the names of shards and index are made from it
     */
    public CheckpointWriter(Parameters parameters, Map<String, String> metadata, Path checkpoint) {
        this.parameters = parameters;
        this.metadata = metadata;
        this.checkpoint = checkpoint;
    }

    /**
     * Writes all files.
     *
     * @param mostBytes how many bytes of data a file may have
     */
    public void write(long mostBytes) throws IOException {
        ShardPlan plan = ShardPlan.of(parameters.stream().map(TensorEntry::of).toList(), mostBytes);
        List<StagedFile> staged = new ArrayList<>();
        try {
            Map<String, String> files = new LinkedHashMap<>();
            for (int shard = 0; shard < plan.shards().size(); shard++) {
                Path file = plan.file(checkpoint, shard);
                StagedFile part = StagedFile.of(file);
                staged.add(part);
                write(plan.shards().get(shard), part);
                plan.shards().get(shard).forEach(tensor -> files.put(tensor.name(), name(file)));
            }
            if (plan.isSingle()) {
                staged.get(0).publish();
                Files.deleteIfExists(ShardIndex.of(checkpoint));
            } else {
                publish(staged, new ShardIndex(files));
            }
        } finally {
            for (StagedFile part : staged) {
                part.close();
            }
        }
    }

    private void write(List<TensorEntry> tensors, StagedFile file) throws IOException {
        Header header = Header.of(metadata, tensors);
        ElementWriter writer = ElementWriter.toFile(file.channel());
        writer.write(header.encoded());
        for (TensorEntry tensor : header.tensors()) {
            writer.write(parameters.get(tensor.name()));
        }
        writer.flush();
        file.seal();
    }

    private void publish(List<StagedFile> shards, ShardIndex index) throws IOException {
        Path indexFile = ShardIndex.of(checkpoint);
        try (StagedFile staged = StagedFile.of(indexFile)) {
            ElementWriter writer = ElementWriter.toFile(staged.channel());
            writer.write(index.encoded(parameters.stream()
                    .mapToLong(p -> TensorEntry.of(p).bytes())
                    .sum()));
            writer.flush();
            staged.seal();
            Files.deleteIfExists(indexFile);
            StagedFile.forceFolder(indexFile);
            for (StagedFile shard : shards) {
                shard.publish();
            }
            staged.publish();
        }
        Files.deleteIfExists(checkpoint);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
