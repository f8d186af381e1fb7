package org.initweights.samples.zoo.swin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.annotation.InitWeights;

/** Blocks of one resolution; all stages but the last end by halving it. */
@InitWeights
class Stage {

    final List<SwinBlock> blocks;
    final Optional<PatchMerging> downsample;

    Stage(int channels, int depth, int heads, int window, boolean halves) {
        blocks = Stream.generate(() -> new SwinBlock(channels, heads, window))
                .limit(depth)
                .toList();
        downsample = halves ? Optional.of(new PatchMerging(channels)) : Optional.empty();
    }
}
