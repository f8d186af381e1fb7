package org.initweights.spark;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.LongAccumulator;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonWriter;

/**
 * Draws a piece once more and compares it with what a file has.
 *
 * @param files the name of the file of each shard
 */
record PieceComparison(CheckpointRun run, Map<Integer, String> files, LongAccumulator compared)
        implements Function<Integer, String[]> {

    private static final long serialVersionUID = 1;

    /** The file, the tensor, the element, and what is wrong; or nothing. As texts, which every serializer of Spark knows. */
    @Override
    public String[] call(Integer number) throws IOException {
        Piece piece = run.pieces().get(number);
        String file = files.getOrDefault(piece.shard(), run.shard(piece).fileName());
        Optional<CheckpointDifference> difference =
                ExecutorMemory.with(piece.memory(), run.options().memory(), () -> compare(piece, file));
        compared.add(piece.bytes());
        return difference
                .map(found -> new String[] {found.file(), found.tensor(), Long.toString(found.element()), found.what()})
                .orElse(new String[0]);
    }

    private Optional<CheckpointDifference> compare(Piece piece, String name) throws IOException {
        HadoopFolder folder = run.files();
        Path file = run.names().usual(name);
        OptionalLong length = folder.length(file);
        long expected = run.shard(piece).bytes();
        if (length.isEmpty()) {
            return Optional.of(CheckpointDifference.ofFile(name, "it is not there"));
        }
        if (length.getAsLong() != expected) {
            return Optional.of(
                    CheckpointDifference.ofFile(name, "it has " + length.getAsLong() + " bytes, and not " + expected));
        }
        try (FSDataInputStream in = folder.files().open(file)) {
            in.seek(piece.from());
            run.shard(piece).write(new ComparedBytes(in), run.source(), piece.from(), piece.to());
            return Optional.empty();
        } catch (ComparedBytes.DiffersException e) {
            return Optional.of(difference(piece, name, e.offset()));
        }
    }

    private CheckpointDifference difference(Piece piece, String name, long offset) throws IOException {
        ShardHeader header = ShardHeader.parse(ShardHeader.bytes(run.shard(piece), run.source()));
        return header.at(offset)
                .map(tensor -> {
                    long element = (offset - tensor.begin())
                            * Byte.SIZE
                            / tensor.type().bits();
                    return new CheckpointDifference(
                            name,
                            tensor.name(),
                            element,
                            JsonWriter.compact(new JsonString(tensor.name())) + " differs from element " + element
                                    + " on, byte " + offset + " of the file");
                })
                .orElseGet(
                        () -> CheckpointDifference.ofFile(name, "the header differs, byte " + offset + " of the file"));
    }
}
