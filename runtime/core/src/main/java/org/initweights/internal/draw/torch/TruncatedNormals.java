package org.initweights.internal.draw.torch;

import org.initweights.TorchVersion;
import org.initweights.internal.tensor.Storage;

/**
 * How a version of PyTorch draws {@code trunc_normal_}: {@link RejectedNormals} since 2.12, {@link InvertedNormals} before. The two
 * consume different numbers of words.
 */
interface TruncatedNormals {

    /** Draws a whole tensor, from where the generator stands. */
    void fill(TorchSampler sampler, Storage target, Truncation truncation);

    /**
     * Looks whether the elements can be drawn in finite time.
     *
     * @throws org.initweights.InitializationException if not
     */
    default void check(Truncation truncation) {}

    /**
     * Those of a version.
     *
     * @throws IllegalArgumentException if its random numbers are not known
     */
    static TruncatedNormals of(TorchVersion version) {
        return switch (version) {
            case CURRENT -> new RejectedNormals();
            case V2_11 -> new InvertedNormals();
            case V0_4 ->
                throw new IllegalArgumentException(
                        "the random numbers of PyTorch 0.4 are not reproduced, only its layers' "
                                + "defaults; use CURRENT or V2_11");
        };
    }
}
