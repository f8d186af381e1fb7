package org.initweights.internal.files.piece;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initweights.Parameter;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.SaveId;
import org.initweights.internal.files.safetensors.ShardPlan;
import org.initweights.internal.files.safetensors.ShardedTensors;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.io.SaveOptions;

/**
 * The files of a checkpoint of a plan, in the layout that it has when it is initialised at once.
 *
 * @param headers what each file begins with; of several files, with room for their identity
 * @param tensors how the tensors are distributed
 */
public record ShardLayout(List<Header> headers, ShardedTensors tensors) {

    /** The checkpoint that Hugging Face's loaders look for. */
    private static final String STEM = "model";

    private static final String EXTENSION = ".safetensors";

    /** The layout of these parameters. */
    public static ShardLayout of(List<Parameter> parameters, SaveOptions options) {
        ShardPlan plan = ShardPlan.of(parameters.stream().map(TensorEntry::of).toList(), options.shardBytes());
        Map<String, String> metadata = options.metadata(parameters);
        List<Header> headers = plan.shards().stream()
                .map(shard -> plan.isSingle() ? Header.of(metadata, shard) : Header.ofShard(metadata, shard))
                .toList();
        return new ShardLayout(headers, ShardedTensors.of(plan));
    }

    /** Whether all is in one file. */
    public boolean isSingle() {
        return headers.size() == 1;
    }

    /** The name of a file: {@code model.safetensors}, or as Hugging Face names several. */
    public String fileName(int number) {
        return isSingle()
                ? STEM + EXTENSION
                : String.format(Locale.ROOT, "%s-%05d-of-%05d%s", STEM, number + 1, headers.size(), EXTENSION);
    }

    /** The text of the index of several files. */
    public String index() {
        return tensors.index(this::fileName, Optional.empty());
    }

    /**
     * The header of a file.
     *
     * @param plan the plan of all parameters, as text
     * @param parameters those that are drawn
     * @param source what all are drawn from
     */
    Header header(int number, String plan, List<Parameter> parameters, SamplerSource source) {
        if (isSingle()) {
            return headers.get(0);
        }
        List<String> names = parameters.stream().map(DrawOrder::streamName).toList();
        return headers.get(number).with(SaveId.drawn(headers, plan, source.fingerprint(names)));
    }

    /** How many files there are. */
    public int size() {
        return headers.size();
    }

    /** The numbers of the files. */
    public IntStream numbers() {
        return IntStream.range(0, size());
    }
}
