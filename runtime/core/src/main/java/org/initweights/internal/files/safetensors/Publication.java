package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.internal.files.AbandonedFiles;
import org.initweights.internal.files.FileAccess;
import org.initweights.internal.files.StagedFile;
import org.initweights.io.CheckpointException;

/**
 * Gives complete files the names of a checkpoint, in place of the one that was there. Whenever the process dies, a reader finds all of
 * the old one or all of the new one.
 *
 * <p>The one step that counts is a rename: of the single file, or of the index, which names files that are all there. While files of
 * another save have the usual names, the new ones first have names with their {@link SaveId}; an index that names these is published,
 * what is old is removed, the files get the usual names as well (hard links), and an index that names those is published. Where the file
 * system has no hard links, they keep the names with the identity.
 *
 * <p>One run at a time does this: others wait at a lock file, which the operating system frees when a process dies.
 */
public final class Publication {

    private final CheckpointName checkpoint;
    private final FileAccess access;

    private Publication(CheckpointName checkpoint, FileAccess access) {
        this.checkpoint = checkpoint;
        this.access = access;
    }

    /** Nothing is done yet. Temporary files that dead runs left of this checkpoint are removed. */
    public static Publication of(CheckpointName checkpoint) throws IOException {
        AbandonedFiles.remove(checkpoint.file().resolveSibling("."), checkpoint::isPart);
        return new Publication(checkpoint, FileAccess.ofFirst(checkpoint.file(), checkpoint.index()));
    }

    /** The access of the new checkpoint's files: as the old one's, if there is one. */
    public FileAccess access() {
        return access;
    }

    /**
     * The checkpoint is one file from now on.
     *
     * @param complete where it is, all of it on the disk
     */
    public void single(Path complete) throws IOException {
        PublicationLock lock = PublicationLock.of(checkpoint);
        try (lock) {
            Set<String> old = oldShards();
            if (!complete.equals(checkpoint.file())) {
                StagedFile.move(complete, checkpoint.file());
            }
            StagedFile.forceFolder(checkpoint.file());
            Files.deleteIfExists(checkpoint.index());
            removeShards(old, Set.of());
        }
    }

    /**
     * The checkpoint is several files from now on.
     *
     * @param complete where they are, in their order, all on the disk, with the identity in their headers
     * @param tensors for each tensor, in the order of the model, the number of its file and its bytes
     */
    public void shards(List<Path> complete, SaveId save, ShardedTensors tensors) throws IOException {
        PublicationLock lock = PublicationLock.of(checkpoint);
        try (lock) {
            Set<String> old = oldShards();
            List<Path> usual = new ArrayList<>();
            List<Path> own = new ArrayList<>();
            for (int i = 0; i < complete.size(); i++) {
                usual.add(checkpoint.shard(i, complete.size()));
                own.add(checkpoint.shard(i, complete.size(), save));
            }
            boolean usualAreFree = true;
            for (int i = 0; i < complete.size(); i++) {
                usualAreFree &= complete.get(i).equals(usual.get(i)) || !exists(usual.get(i));
            }
            publish(complete, usualAreFree ? usual : own, save, tensors);
            Files.deleteIfExists(checkpoint.file());
            removeShards(old, names(usualAreFree ? usual : own));
            if (!usualAreFree && link(own, usual)) {
                publishIndex(usual, save, tensors);
                removeShards(names(own), names(usual));
            }
        }
    }

    private void publish(List<Path> complete, List<Path> targets, SaveId save, ShardedTensors tensors)
            throws IOException {
        for (int i = 0; i < complete.size(); i++) {
            if (!complete.get(i).equals(targets.get(i))) {
                StagedFile.move(complete.get(i), targets.get(i));
            }
        }
        StagedFile.forceFolder(checkpoint.file());
        publishIndex(targets, save, tensors);
    }

    private void publishIndex(List<Path> files, SaveId save, ShardedTensors tensors) throws IOException {
        byte[] text = tensors.index(files, save).getBytes(StandardCharsets.UTF_8);
        StagedFile.write(checkpoint.index(), text, access);
    }

    private static boolean link(List<Path> files, List<Path> names) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            try {
                Files.createLink(names.get(i), files.get(i));
            } catch (UnsupportedOperationException | IOException e) {
                return false; // Those that have the usual name already are removed by the next save.
            }
        }
        StagedFile.forceFolder(files.get(0));
        return true;
    }

    /** The files that the old index names. */
    private Set<String> oldShards() throws IOException {
        if (!Files.isRegularFile(checkpoint.index())) {
            return Set.of();
        }
        try {
            return ShardIndex.read(checkpoint.index()).shards();
        } catch (CheckpointException e) {
            return Set.of(); // It is damaged, and is replaced.
        }
    }

    /**
     * Removes files of the old checkpoint: those of the checkpoint's names that an old index names or that this library wrote. Any
     * other file stays, even if an index names it.
     */
    private void removeShards(Set<String> old, Set<String> kept) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(checkpoint.file().resolveSibling("."))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (checkpoint.isShard(name) && !kept.contains(name) && (old.contains(name) || isOwn(file, name))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        StagedFile.forceFolder(checkpoint.file());
    }

    private boolean isOwn(Path file, String name) {
        if (checkpoint.isOfOneSave(name)) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (SafetensorsFile shard = SafetensorsFile.open(file)) {
            return SaveId.ofMetadata(shard.header().metadata()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Set<String> names(List<Path> files) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        return names;
    }
}
