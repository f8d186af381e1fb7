package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.files.AbandonedFiles;
import org.initweights.internal.files.FileAccess;
import org.initweights.internal.files.StagedFile;

/**
 * Gives complete files the names of a checkpoint, in place of the one that was there. Whenever the process dies, a reader finds all of
 * the old one or all of the new one.
 *
 * <p>One step counts: the rename of the single file, which readers take before an index; or the rename of the index, which names files
 * that are all there; or, if several files replace a single one, its removal. While files of another save have the usual names, the new
 * ones first have names with their {@link SaveId}; an index that names these is published, what is old is removed, the files get the
 * usual names as well (hard links), and an index that names those is published. Where the file system has no hard links, they keep the
 * names with the identity.
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
     * @throws IOException if that fails: then it is the old one still, or the message says that it is the new one
     */
    public void single(Path complete) throws IOException {
        PublicationLock lock = PublicationLock.of(checkpoint);
        try (lock) {
            OldFiles old = OldFiles.of(checkpoint, lock);
            if (!complete.equals(checkpoint.file())) {
                publish(complete, old);
            }
            StagedFile.forceFolder(checkpoint.file());
            old.removeIndex();
            old.removeShards(Set.of());
            old.checkGone();
        }
    }

    private void publish(Path complete, OldFiles old) throws IOException {
        try {
            StagedFile.move(complete, checkpoint.file());
        } catch (IOException | RuntimeException e) {
            old.stay();
            throw e;
        }
    }

    /**
     * The checkpoint is several files from now on.
     *
     * @param complete where they are, in their order, all on the disk, with the identity in their headers
     * @param save their identity
     * @param indexed the identity that the index has, if it has one
     * @param tensors for each tensor, in the order of the model, the number of its file and its bytes
     * @throws IOException if that fails: then it is the old one still, or the message says that it is the new one
     */
    public void shards(List<Path> complete, SaveId save, Optional<SaveId> indexed, ShardedTensors tensors)
            throws IOException {
        PublicationLock lock = PublicationLock.of(checkpoint);
        try (lock) {
            OldFiles old = OldFiles.of(checkpoint, lock);
            List<Path> usual = new ArrayList<>();
            List<Path> own = new ArrayList<>();
            for (int i = 0; i < complete.size(); i++) {
                usual.add(checkpoint.shard(i, complete.size()));
                own.add(checkpoint.shard(i, complete.size(), save));
            }
            List<Path> names;
            if (isPublished(complete, usual, tensors.index(usual, indexed))) {
                names = usual;
            } else if (isPublished(complete, own, tensors.index(own, indexed))) {
                names = own;
            } else {
                names = areFree(usual, complete) ? usual : own;
                publish(complete, names, tensors.index(names, indexed), old);
            }
            Files.deleteIfExists(checkpoint.file());
            old.removeShards(names(names));
            if (names.equals(own) && link(own, usual)) {
                publishIndex(tensors.index(usual, indexed));
                old.removeShards(names(usual));
            }
            old.checkGone();
        }
    }

    private static boolean areFree(List<Path> names, List<Path> files) {
        boolean areFree = true;
        for (int i = 0; i < names.size(); i++) {
            areFree &= names.get(i).equals(files.get(i)) || !exists(names.get(i));
        }
        return areFree;
    }

    /**
     * Whether the files are those that the index names, under these names. A run that goes on where another died finds them so; what
     * the index names must not be renamed any more.
     */
    private boolean isPublished(List<Path> files, List<Path> names, String index) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            if (!exists(names.get(i)) || !Files.isSameFile(files.get(i), names.get(i))) {
                return false;
            }
        }
        return isIndex(index);
    }

    /** Whether the index that is there has this text; one that is damaged has not, and is replaced. */
    private boolean isIndex(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Files.isRegularFile(checkpoint.index())
                && Files.size(checkpoint.index()) == bytes.length
                && Arrays.equals(Files.readAllBytes(checkpoint.index()), bytes);
    }

    private void publish(List<Path> complete, List<Path> targets, String index, OldFiles old) throws IOException {
        List<Integer> moved = new ArrayList<>();
        try {
            for (int i = 0; i < complete.size(); i++) {
                if (!complete.get(i).equals(targets.get(i))) {
                    StagedFile.move(complete.get(i), targets.get(i));
                    moved.add(i);
                }
            }
            StagedFile.forceFolder(checkpoint.file());
            publishIndex(index);
            // Here and not among what is only removed: as long as there is a single file, it is the checkpoint.
            Files.deleteIfExists(checkpoint.file());
        } catch (IOException | RuntimeException e) {
            try {
                withdraw(moved, complete, targets, index, old);
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** After a failure the files have the names that they had before, unless they are the checkpoint already. */
    private void withdraw(List<Integer> moved, List<Path> complete, List<Path> targets, String index, OldFiles old)
            throws IOException {
        boolean hasIndex = isIndex(index);
        if (hasIndex && !exists(checkpoint.file())) {
            return;
        }
        if (hasIndex) {
            Files.deleteIfExists(checkpoint.index());
        }
        for (int i : moved) {
            StagedFile.move(targets.get(i), complete.get(i));
        }
        old.stay();
    }

    private void publishIndex(String index) throws IOException {
        StagedFile.write(checkpoint.index(), index.getBytes(StandardCharsets.UTF_8), access);
    }

    /** Gives files second names: all of them, or none. */
    private static boolean link(List<Path> files, List<Path> names) throws IOException {
        if (names.stream().anyMatch(Publication::exists)) {
            return false; // They are somebody else's.
        }
        List<Path> linked = new ArrayList<>();
        try {
            for (int i = 0; i < files.size(); i++) {
                Files.createLink(names.get(i), files.get(i));
                linked.add(names.get(i));
            }
        } catch (UnsupportedOperationException | IOException e) {
            for (Path link : linked) {
                Files.deleteIfExists(link);
            }
            return false;
        }
        StagedFile.forceFolder(files.get(0));
        return true;
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
