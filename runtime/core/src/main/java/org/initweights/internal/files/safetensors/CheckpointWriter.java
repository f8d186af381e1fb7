package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.initweights.internal.files.Closing;
import org.initweights.internal.files.ElementWriter;
import org.initweights.internal.files.StagedFile;
import org.initweights.internal.files.TensorContent;

/**
 * Writes tensors as one file, or as several with an index. All files are complete and on the disk before the first has its name;
 * {@link Publication} gives them their names.
 */
public final class CheckpointWriter {

    private final Map<String, TensorContent> tensors;
    private final Map<String, String> metadata;
    private final Path checkpoint;

    /**
     * Nothing is written yet.
     *
     * @param checkpoint the name of the single file; the names of shards and index are made from it
     */
    public CheckpointWriter(List<TensorContent> tensors, Map<String, String> metadata, Path checkpoint) {
        this.tensors = tensors.stream()
                .collect(Collectors.toMap(
                        TensorContent::name, tensor -> tensor, (one, other) -> one, LinkedHashMap::new));
        this.metadata = metadata;
        this.checkpoint = checkpoint;
    }

    /**
     * Writes all files.
     *
     * @param mostBytes how many bytes of data a file may have
     */
    public void write(long mostBytes) throws IOException {
        ShardPlan plan = ShardPlan.of(
                tensors.values().stream()
                        .map(tensor -> TensorEntry.of(tensor.name(), tensor.type(), tensor.shape()))
                        .toList(),
                mostBytes);
        CheckpointName name = CheckpointName.of(checkpoint);
        Publication publication = Publication.of(name);
        if (plan.isSingle()) {
            writeSingle(Header.of(metadata, plan.shards().get(0)), name, publication);
        } else {
            writeShards(plan, name, publication);
        }
    }

    private void writeSingle(Header header, CheckpointName name, Publication publication) throws IOException {
        try (StagedFile file = StagedFile.of(name.file(), publication.access())) {
            write(header, file, (tensor, bytes) -> {});
            file.seal();
            publication.single(file.temporary());
        }
    }

    private void writeShards(ShardPlan plan, CheckpointName name, Publication publication) throws IOException {
        List<Header> headers = plan.shards().stream()
                .map(tensors -> Header.ofShard(metadata, tensors))
                .toList();
        headers.forEach(Header::encoded); // One that is too long is refused before anything is written.
        Map<String, TensorChecksum> checksums = new HashMap<>();
        List<StagedFile> files = new ArrayList<>();
        try {
            for (int shard = 0; shard < headers.size(); shard++) {
                StagedFile file = StagedFile.of(name.shard(shard, headers.size()), publication.access());
                files.add(file);
                write(
                        headers.get(shard),
                        file,
                        (tensor, bytes) -> checksums
                                .computeIfAbsent(tensor, key -> new TensorChecksum())
                                .update(bytes));
            }
            SaveId save = SaveId.of(
                    headers,
                    tensor ->
                            checksums.getOrDefault(tensor, new TensorChecksum()).value());
            for (int shard = 0; shard < headers.size(); shard++) {
                files.get(shard)
                        .channel()
                        .write(ByteBuffer.wrap(headers.get(shard).with(save).encoded()), 0);
                files.get(shard).seal();
            }
            publication.shards(
                    files.stream().map(StagedFile::temporary).toList(),
                    save,
                    Optional.of(save),
                    ShardedTensors.of(plan));
        } finally {
            Closing.all(files);
        }
    }

    private void write(Header header, StagedFile file, BiConsumer<String, ByteBuffer> witness) throws IOException {
        ElementWriter writer = ElementWriter.toFile(file.channel());
        writer.write(header.encoded());
        for (TensorEntry tensor : header.tensors()) {
            writer.write(
                    Objects.requireNonNull(tensors.get(tensor.name())), bytes -> witness.accept(tensor.name(), bytes));
        }
        writer.flush();
    }
}
