package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.internal.files.StagedFile;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a checkpoint once another has taken its place: its index, and those of several files that this index names or that this
 * library wrote. Any other file stays: one with a name of another form even if the index names it, and one that another index of the
 * folder names too.
 *
 * <p>A file that cannot be removed does not keep the others from being removed; {@link #checkGone} speaks of it at the end.
 */
final class OldFiles {

    private final CheckpointName checkpoint;
    private final PublicationLock lock;
    private final Set<String> longNamed;
    private final Set<String> named;
    private final List<IOException> failures = new ArrayList<>();
    private @Nullable OtherIndexes others;

    private OldFiles(CheckpointName checkpoint, PublicationLock lock, Set<String> longNamed, Set<String> named) {
        this.checkpoint = checkpoint;
        this.lock = lock;
        this.longNamed = longNamed;
        this.named = named;
    }

    /** The files that are there now, before the new checkpoint takes their place. The lock remembers them until they are gone. */
    static OldFiles of(CheckpointName checkpoint, PublicationLock lock) throws IOException {
        Set<String> longNamed = lock.remembered();
        Set<String> named = new HashSet<>(longNamed);
        if (Files.isRegularFile(checkpoint.index())) {
            ShardIndex.namesBeside(checkpoint.index()).ifPresent(named::addAll);
        }
        named.removeIf(name -> !checkpoint.isShard(name));
        lock.remember(named);
        return new OldFiles(checkpoint, lock, longNamed, named);
    }

    /** Nothing has taken their place. */
    void stay() throws IOException {
        lock.remember(longNamed);
    }

    /** Removes the index. */
    void removeIndex() {
        remove(checkpoint.index());
    }

    /**
     * Removes those of several files.
     *
     * @param kept the names of the files that the checkpoint has now
     */
    void removeShards(Set<String> kept) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(checkpoint.file().resolveSibling("."))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (checkpoint.isShard(name)
                        && !kept.contains(name)
                        && (isNamed(file, name) || isOwn(file, name))
                        && !isNamedElsewhere(name)) {
                    remove(file);
                }
            }
        }
        StagedFile.forceFolder(checkpoint.file());
    }

    /** A link that an index names goes, and not what it leads to; a folder under such a name is nobody's weights. */
    private boolean isNamed(Path file, String name) {
        return named.contains(name) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether this library wrote a file: no index names it if the process died before there was one. */
    private boolean isOwn(Path file, String name) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (checkpoint.isOfOneSave(name)) {
            return true;
        }
        try (SafetensorsFile shard = SafetensorsFile.open(file)) {
            return SaveId.ofMetadata(shard.header().metadata()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNamedElsewhere(String name) throws IOException {
        if (others == null) {
            others = OtherIndexes.of(checkpoint);
        }
        return others.mayName(name);
    }

    private void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failures.add(e);
        }
    }

    /**
     * Checks that all could be removed.
     *
     * @throws FileSystemException which says that the new checkpoint is there nevertheless
     */
    void checkGone() throws IOException {
        if (failures.isEmpty()) {
            lock.forget();
            return;
        }
        FileSystemException all = new FileSystemException(
                checkpoint.file().toString(),
                null,
                "it is saved, all of it, but what was there before could not be removed; remove it, or save again: "
                        + failures.get(0));
        failures.forEach(all::addSuppressed);
        throw all;
    }
}
