package org.initweights.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Gives the files of a complete run their names, in place of the checkpoint that was there. One step counts: the rename of the index, or
 * of the single file. While files of another checkpoint have the usual names, the new ones have names with the identity of the run, which
 * they keep. Each step does no harm if it is done again, as it is by a run that goes on, or by two runs of the same bytes.
 */
record ShardPublication(CheckpointRun run, HadoopFolder files, FolderNames names) {

    /** A file that has its final name. */
    record Published(String shard, Path file) {}

    /**
     * Publishes.
     *
     * @param places where each shard is
     * @param index the text of the index with the usual names
     */
    List<Published> publish(List<PiecePlace> places, String index) throws IOException {
        for (int i = 0; i < places.size(); i++) {
            join(i, places.get(i));
        }
        String old = replacedIndex();
        return run.shards().size() == 1 ? single(places.get(0), old) : shards(places, index, old);
    }

    /** Makes one file of the parts of a shard. */
    private void join(int shard, PiecePlace place) throws IOException {
        String name = run.shards().get(shard).fileName();
        List<Path> parts = run.pieces().stream()
                .filter(piece -> piece.shard() == shard)
                .map(piece -> names.staged(piece.name()))
                .toList();
        if (place == PiecePlace.PART) {
            files.concatenate(parts);
        }
        if (place == PiecePlace.PART || place == PiecePlace.JOINED) {
            long bytes = run.shards().get(shard).bytes();
            long joined = files.length(parts.get(0)).orElse(bytes);
            if (joined != bytes) {
                throw new IOException(
                        parts.get(0) + ": its parts were put together to " + joined + " bytes, and not " + bytes);
            }
            files.publish(parts.get(0), names.staged(name), bytes);
        }
    }

    /** The index that was there when the run began to publish, which may be gone by now. */
    private String replacedIndex() throws IOException {
        String kept = files.text(names.replacedIndex());
        String old = kept.isEmpty() ? files.text(names.index()) : kept;
        if (kept.isEmpty() && !old.isEmpty()) {
            files.replace(names.replacedIndex(), old.getBytes(StandardCharsets.UTF_8), names.staging());
        }
        return old;
    }

    private List<Published> single(PiecePlace place, String old) throws IOException {
        String name = run.shards().get(0).fileName();
        Path file = names.usual(name);
        if (place != PiecePlace.USUAL) {
            files.replace(names.staged(name), file, run.shards().get(0).bytes());
        }
        files.delete(names.index());
        removeShards(old, Set.of());
        return List.of(new Published(name, file));
    }

    private List<Published> shards(List<PiecePlace> places, String index, String old) throws IOException {
        boolean isOwn = !areFree(places);
        String text = isOwn ? ShardIndexText.renamed(index, run.ownNames()) : index;
        ShardMoves moves = new ShardMoves(files);
        List<Published> published = new ArrayList<>();
        Set<String> current = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            String name = run.shards().get(i).fileName();
            Path file = isOwn ? names.own(name) : names.usual(name);
            Path from = switch (places.get(i)) {
                case USUAL -> names.usual(name);
                case OWN -> names.own(name);
                default -> names.staged(name);
            };
            if (!from.equals(file)) {
                moves.add(from, file, run.shards().get(i).bytes());
            }
            published.add(new Published(name, file));
            current.add(file.getName());
        }
        moves.run();
        files.replace(names.index(), text.getBytes(StandardCharsets.UTF_8), names.staging());
        // Here and not among what is only removed: as long as there is a single file, readers take it.
        files.delete(names.single());
        removeShards(old, current);
        return published;
    }

    /**
     * Whether no other checkpoint has the usual names. A run of the same bytes may be publishing at the same time: what is not here any more, it
     * has moved; and once a file has a name with the identity, all will.
     */
    private boolean areFree(List<PiecePlace> places) throws IOException {
        boolean areFree = true;
        for (int i = 0; i < places.size(); i++) {
            String name = run.shards().get(i).fileName();
            boolean isTaken =
                    places.get(i) != PiecePlace.USUAL && files.has(names.staged(name)) && files.has(names.usual(name));
            areFree &= !isTaken && !files.has(names.own(name));
        }
        return areFree;
    }

    /** Removes the shards that an index names which is not valid any more. Files that no index names are somebody else's. */
    private void removeShards(String oldIndex, Set<String> current) throws IOException {
        for (FileStatus file : files.list(names.folder())) {
            String name = file.getPath().getName();
            boolean isOld = FolderNames.isShard(name) && oldIndex.contains("\"" + name + "\"");
            if (isOld && !current.contains(name)) {
                files.delete(file.getPath());
            }
        }
    }
}
