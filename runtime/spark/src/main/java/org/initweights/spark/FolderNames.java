package org.initweights.spark;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * What the files of a checkpoint and of its runs are called.
 *
 * @param folder where they are
 * @param run the identity of the run
 */
record FolderNames(Path folder, String run) {

    static final String SINGLE = "model.safetensors";

    /** What a run of {@code Plan.initialize} has beside the checkpoint. */
    static final String JOURNAL = SINGLE + ".journal";

    private static final String EXTENSION = ".safetensors";
    private static final String STAGING = ".initweights-";
    private static final int BRIEF = 12;
    private static final Pattern SHARD =
            Pattern.compile("model-\\d{5,}-of-\\d{5,}(\\.[0-9a-f]{12})?" + Pattern.quote(EXTENSION));

    /** Where a run writes until all is complete. Only runs that write the same bytes have the same. */
    Path staging() {
        return new Path(folder, STAGING + run.substring(0, 2 * BRIEF));
    }

    static boolean isStaging(String name) {
        return name.startsWith(STAGING);
    }

    static boolean isShard(String name) {
        return SHARD.matcher(name).matches();
    }

    /** The usual name of a shard that has the identity of a run in its name. */
    static String usualName(String name) {
        return name.replaceFirst("\\.[0-9a-f]{12}(?=\\.safetensors$)", "");
    }

    /** What makes a run's folder one, also where folders are only names of files. */
    Path mark() {
        return new Path(staging(), "run.txt");
    }

    /** The index that is replaced, as long as what it names is not removed. */
    Path replacedIndex() {
        return new Path(staging(), "replaced.index.json");
    }

    Path staged(String name) {
        return new Path(staging(), name);
    }

    Path receipt(String name) {
        return new Path(staging(), name + ".receipt");
    }

    Path index() {
        return new Path(folder, SINGLE + ".index.json");
    }

    Path single() {
        return new Path(folder, SINGLE);
    }

    /** The checksums of the checkpoint that is there. */
    Path manifest() {
        return new Path(folder, ".initweights.manifest");
    }

    /** The usual name of a file. */
    Path usual(String name) {
        return new Path(folder, name);
    }

    /** The name of one of several files while those of another checkpoint have the usual names. */
    Path own(String name) {
        return new Path(folder, ownName(name));
    }

    String ownName(String name) {
        return name.substring(0, name.length() - EXTENSION.length()) + "." + run.substring(0, BRIEF) + EXTENSION;
    }
}
