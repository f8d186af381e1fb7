package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.initweights.internal.fill.Refusals.assertRefused;
import static org.initweights.internal.fill.Refusals.assertRefusedAs;

import java.nio.file.Path;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** What cannot be made of a stored tensor, whatever is in it. */
class FromWeightsRefusalsTest {

    private static final Path FILE = Path.of("base.safetensors");
    private static final TensorShape MATRIX = TensorShape.of(4, 3);
    private static final TensorShape HUGE = TensorShape.of(1L << 40, 1L << 20);

    @Test
    void copies() {
        assertRefusedAs("TooSmall", () -> new CopiedFill(FILE, "w", MATRIX, 0, 0));
        assertRefusedAs("Negative", () -> new CopiedFill(FILE, "w", MATRIX, 1, -1));
        assertRefusedAs("TooManyElements", () -> new CopiedFill(FILE, "w", HUGE, 8, 0));
        assertThatNoException().isThrownBy(() -> new CopiedFill(FILE, "w", HUGE, 7, 0));
    }

    @Test
    void resizedOnes() {
        assertRefusedAs("TooSmall", () -> new ResizedFill(FILE, "w", MATRIX, -1));
        assertRefused(
                () -> new ResizedFill(FILE, "w", TensorShape.of(2, 2, 2), 1),
                "resized(\"w\") needs a tensor of two dimensions, rows and their elements, or of one, but [2, 2, 2] has 3"
                        + " [WeightsShape]");
        assertRefusedAs("WeightsShape", () -> new ResizedFill(FILE, "w", TensorShape.of(), 1));
        assertRefused(
                () -> new ResizedFill(FILE, "w", TensorShape.of(4, 0), 5),
                "resized(\"w\") needs old rows to make new ones of, and [4, 0] has none [NoElements]");
        assertRefusedAs("NoElements", () -> new ResizedFill(FILE, "w", TensorShape.of(0), 1));
        assertThatNoException().isThrownBy(() -> new ResizedFill(FILE, "w", TensorShape.of(4, 0), 4));
        assertRefusedAs("TooManyElements", () -> new ResizedFill(FILE, "w", HUGE, 1L << 43));
    }

    @Test
    void widenedOnes() {
        assertRefused(
                () -> widened(MATRIX, 2, 9),
                "outChannels(\"w\") needs an axis of channels, but [4, 3] has no axis 2 [WeightsShape]");
        assertRefusedAs("WeightsShape", () -> widened(MATRIX, -1, 9));
        assertThatNoException().isThrownBy(() -> widened(MATRIX, 1, 3));
        assertRefused(
                () -> widened(MATRIX, 1, 2),
                "outChannels(\"w\") cannot make 2 channels of the 3 of [4, 3]; wider is as many or more, up to 268435456"
                        + " [WidenedChannels]");
        assertThatNoException().isThrownBy(() -> widened(MATRIX, 0, 1 << 28));
        assertRefusedAs("WidenedChannels", () -> widened(MATRIX, 0, (1 << 28) + 1));
        assertRefusedAs("WidenedChannels", () -> widened(TensorShape.of(0, 3), 0, 2));
        assertRefusedAs("TooManyElements", () -> widened(TensorShape.of(1, 1L << 40), 0, 1 << 24));
    }

    private static WidenedFill widened(TensorShape source, int axis, long width) {
        return new WidenedFill(FILE, "w", source, axis, width, WidenedSide.OUT, "fc", 1);
    }

    @Test
    void lowRankParts() {
        assertRefused(
                () -> lowRank(TensorShape.of(4), 1, 1), "pissa(\"w\", 1) needs a matrix, but w is [4] [WeightsShape]");
        assertRefusedAs("WeightsShape", () -> lowRank(TensorShape.of(2147483640L, 1), 1, 1));
        assertRefusedAs("WeightsShape", () -> lowRank(TensorShape.of(1, 2147483640L), 1, 1));
        assertThatNoException().isThrownBy(() -> lowRank(TensorShape.of(2147483639L, 1), 1, 1));
        assertThat(lowRank(MATRIX, 3, 1).rank()).isEqualTo(3);
        assertRefused(
                () -> lowRank(MATRIX, 4, 1),
                "pissa(\"w\", 4) needs a rank of no more than the smaller side of the matrix, but w is [4, 3]; use rank = 3"
                        + " or less [AdapterRank]");
        assertRefusedAs("AdapterRank", () -> lowRank(TensorShape.of(3, 4), 4, 1));
        assertRefused(() -> lowRank(MATRIX, 0, 1), "pissa(rank = 0) is refused: rank must be 1 or more [TooSmall]");
        assertRefusedAs("NotPositive", () -> lowRank(MATRIX, 1, 0));
    }

    private static LowRankFill lowRank(TensorShape source, int rank, double scaling) {
        return new LowRankFill(FILE, "w", source, LowRankMethod.PISSA, LowRankPart.A, rank, scaling);
    }
}
