package org.initweights.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * All that a task must know. It travels within Spark's closures, which are always serialised by Java, whatever serializer the
 * application has for its data; the plan goes once, and the shards are made of it where they are needed.
 */
final class CheckpointRun implements Serializable {

    private static final long serialVersionUID = 1;

    private final String folder;
    private final Plan plan;
    private final RandomSource source;
    private final SparkOptions options;
    private final String identity;
    private final Piece[] pieces;
    private final SerializableConfiguration configuration;
    private transient @Nullable List<Plan.Shard> shards;

    private CheckpointRun(
            String folder,
            Plan plan,
            RandomSource source,
            SparkOptions options,
            String identity,
            List<Piece> pieces,
            List<Plan.Shard> shards,
            Configuration configuration) {
        this.folder = folder;
        this.plan = plan;
        this.source = source;
        this.options = options;
        this.identity = identity;
        this.pieces = pieces.toArray(Piece[]::new);
        this.shards = shards;
        this.configuration = new SerializableConfiguration(configuration);
    }

    /**
     * A run, for which nothing is written yet.
     *
     * @throws IllegalArgumentException if a task would need more memory than there is
     */
    static CheckpointRun of(
            String folder, Plan plan, RandomSource source, SparkOptions options, Configuration configuration)
            throws IOException {
        List<Plan.Shard> shards = plan.shards(options.files());
        List<Long> memory = PieceMemory.of(plan, shards, source, options.memory());
        return new CheckpointRun(
                folder,
                plan,
                plan.placed(source),
                options,
                RunIdentity.of(plan, source, shards, options.partBytes()),
                Piece.of(shards, options.partBytes(), memory),
                shards,
                configuration);
    }

    String folder() {
        return folder;
    }

    Plan plan() {
        return plan;
    }

    RandomSource source() {
        return source;
    }

    SparkOptions options() {
        return options;
    }

    /** Tells runs apart that write other bytes. */
    String identity() {
        return identity;
    }

    List<Piece> pieces() {
        return List.of(pieces);
    }

    List<Plan.Shard> shards() {
        List<Plan.Shard> known = shards;
        if (known == null) {
            known = plan.shards(options.files());
            shards = known;
        }
        return known;
    }

    Plan.Shard shard(Piece piece) {
        return shards().get(piece.shard());
    }

    FolderNames names() {
        return new FolderNames(new Path(folder), identity);
    }

    HadoopFolder files() throws IOException {
        return HadoopFolder.of(new Path(folder), configuration.value());
    }

    /** How many bytes all files have. */
    long bytes() {
        return shards().stream().mapToLong(Plan.Shard::bytes).sum();
    }

    /** For the usual name of each shard, the one with the identity of the run. */
    Map<String, String> ownNames() {
        Map<String, String> own = new HashMap<>();
        shards().forEach(shard -> own.put(shard.fileName(), names().ownName(shard.fileName())));
        return own;
    }
}
