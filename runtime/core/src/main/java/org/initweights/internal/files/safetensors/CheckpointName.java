package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.internal.files.WriteTarget;

/**
 * The names of all files that a checkpoint can have, beside each other, made from the name of the single file: {@code model.safetensors},
 * {@code model.safetensors.index.json}, {@code model-00001-of-00003.safetensors}.
 *
 * @param file the single file, in a folder without symbolic links
 */
public record CheckpointName(Path file) {

    private static final String EXTENSION = ".safetensors";
    private static final String SHARD =
            "-\\d{5,}-of-(?<count>\\d{5,})(?<save>\\.[0-9a-f]{12})?" + Pattern.quote(EXTENSION);
    private static final Pattern ANY_SHARD = Pattern.compile(".+" + SHARD);
    private static final Pattern ONE = Pattern.compile("0*1");

    /**
     * The names of a checkpoint that is written to a path. A symbolic link is followed.
     *
     * @throws IOException if something stands there that is no regular file, if there is no such folder, or if the name is that of an
     *     index
     */
    public static CheckpointName of(Path path) throws IOException {
        CheckpointName name = new CheckpointName(WriteTarget.of(path));
        if (CheckpointFiles.isIndex(name.file)) {
            String index = name.name();
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "this is the name of an index, which is written beside the files that it names; give the name of the checkpoint, "
                            + index.substring(0, index.length() - ShardIndex.SUFFIX.length()));
        }
        return name;
    }

    /** The index of several files. */
    public Path index() {
        return ShardIndex.of(file);
    }

    /**
     * Where the journal of a run that is not complete is; the same for {@code model} and {@code model.safetensors}, whose shards have the
     * same names until then, too.
     */
    public Path journal() {
        return file.resolveSibling(stem() + EXTENSION + ".journal");
    }

    /**
     * One of several files, as Hugging Face names them.
     *
     * @param shard counted from 0
     */
    public Path shard(int shard, int shards) {
        return file.resolveSibling(shardName(shard, shards) + EXTENSION);
    }

    /** One of several files while the files of another save have the usual names. */
    public Path shard(int shard, int shards, SaveId save) {
        return file.resolveSibling(shardName(shard, shards) + "." + save.brief() + EXTENSION);
    }

    private String shardName(int shard, int shards) {
        return String.format(Locale.ROOT, "%s-%05d-of-%05d", stem(), shard + 1, shards);
    }

    /**
     * The file that only one run at a time has while it gives files their names; the same for {@code model} and {@code
     * model.safetensors}, whose shards have the same names.
     */
    Path lock() {
        return file.resolveSibling("." + stem() + EXTENSION + ".lock");
    }

    /** Whether a file of this name is one of several of this checkpoint, however many there are. */
    public boolean isShard(String name) {
        return shards().matcher(name).matches();
    }

    /** Whether a file of this name is one of several, of any checkpoint. */
    static boolean looksLikeShard(String name) {
        return ANY_SHARD.matcher(name).matches();
    }

    /** Whether a file of this name is one of at least two, of any checkpoint. */
    static boolean looksLikePart(String name) {
        Matcher shard = ANY_SHARD.matcher(name);
        return shard.matches() && !ONE.matcher(shard.group("count")).matches();
    }

    /** Whether a file of this name is one of several, named while others had the usual names; only this library names files so. */
    boolean isOfOneSave(String name) {
        Matcher shard = shards().matcher(name);
        return shard.matches() && shard.group("save") != null;
    }

    /** Whether a file of this name belongs to this checkpoint, with or without the extension. */
    public boolean isPart(String name) {
        boolean isSingle = name.equals(stem()) || name.equals(stem() + EXTENSION);
        return isSingle || name.equals(String.valueOf(index().getFileName())) || isShard(name);
    }

    private Pattern shards() {
        return Pattern.compile(Pattern.quote(stem()) + SHARD);
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    private String stem() {
        String name = name();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
