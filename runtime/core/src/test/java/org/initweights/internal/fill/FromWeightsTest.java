package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fills that begin with a tensor of a file, as far as they can be known without it. */
class FromWeightsTest {

    private static final Path FILE = Path.of("folder", "..", "base.safetensors");
    private static final TensorShape MATRIX = TensorShape.of(4, 3);
    private static final TensorShape VECTOR = TensorShape.of(4);

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(copied(1, 0), "copy(\"w\")", "copied from w of base.safetensors"),
                Arguments.of(copied(2, 0), "experts(\"w\")", "copied from w of base.safetensors, 2 times"),
                Arguments.of(copied(1, 0.5), "experts(\"w\")", "copied from w of base.safetensors, plus N(0, 0.5²)"),
                Arguments.of(
                        copied(8, 0.5),
                        "experts(\"w\")",
                        "copied from w of base.safetensors, 8 times, plus N(0, 0.5²)"),
                Arguments.of(resized(MATRIX, 4), "resized(\"w\")", "rows 0 : 4 copied from w of base.safetensors"),
                Arguments.of(resized(MATRIX, 3), "resized(\"w\")", "rows 0 : 3 copied from w of base.safetensors"),
                Arguments.of(
                        resized(MATRIX, 6),
                        "resized(\"w\")",
                        "rows 0 : 4 copied from w of base.safetensors, 2 new from N(their mean, 1e-9 × their covariance)"),
                Arguments.of(resized(VECTOR, 2), "resized(\"w\")", "elements 0 : 2 copied from w of base.safetensors"),
                Arguments.of(
                        resized(VECTOR, 5),
                        "resized(\"w\")",
                        "elements 0 : 4 copied from w of base.safetensors, 1 new from N(their mean, (1e-9 × their std)²)"),
                Arguments.of(
                        new WidenedFill(FILE, "w", MATRIX, 0, 6, WidenedSide.OUT, "fc", 7),
                        "outChannels(\"w\")",
                        "w of base.safetensors, 4 out channels widened to 6 by \"fc\", seed 7"),
                Arguments.of(
                        new WidenedFill(FILE, "w", MATRIX, 1, 5, WidenedSide.IN, "fc", 7),
                        "inChannels(\"w\")",
                        "w of base.safetensors, 3 in channels widened to 5 by \"fc\", seed 7"),
                Arguments.of(
                        lowRank(MATRIX, LowRankMethod.PISSA, LowRankPart.A),
                        "pissa(\"w\", 2).a()",
                        "PiSSA A of rank 2, scaling 0.5, from w of base.safetensors"),
                Arguments.of(
                        lowRank(MATRIX, LowRankMethod.OLORA, LowRankPart.B),
                        "olora(\"w\", 2).b()",
                        "OLoRA B of rank 2, scaling 0.5, from w of base.safetensors"),
                Arguments.of(
                        lowRank(MATRIX, LowRankMethod.OLORA, LowRankPart.RESIDUAL),
                        "olora(\"w\", 2).residual()",
                        "OLoRA residual of rank 2, scaling 0.5, from w of base.safetensors"));
    }

    private static FromWeights copied(long times, double noise) {
        return new CopiedFill(FILE, "w", MATRIX, times, noise);
    }

    private static ResizedFill resized(TensorShape source, long rows) {
        return new ResizedFill(FILE, "w", source, rows);
    }

    private static LowRankFill lowRank(TensorShape source, LowRankMethod method, LowRankPart part) {
        return new LowRankFill(FILE, "w", source, method, part, 2, 0.5);
    }

    @ParameterizedTest
    @MethodSource("words")
    void sayWhereTheyComeFrom(FromWeights fill, String call, String words) {
        assertThat(fill.call()).isEqualTo(call);
        assertThat(fill).hasToString(words);
    }

    /** So that a plan means the same file wherever it is read. */
    @ParameterizedTest
    @MethodSource("words")
    void nameTheFileByItsAbsolutePath(FromWeights fill, String call, String words) {
        assertThat(fill.file()).isEqualTo(Path.of("base.safetensors").toAbsolutePath());
    }

    @ParameterizedTest
    @MethodSource("words")
    void knowNothingOfTheElements(FromWeights fill, String call, String words) {
        Fill unread = (Fill) fill;
        assertThat(unread.mean()).isNaN();
        assertThat(unread.std()).isNaN();
        assertThat(unread.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(unread.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 4", "6, 4", "0, 0"})
    void resizedOnesKeepTheRowsThatThereAre(long rows, long kept) {
        assertThat(resized(MATRIX, rows).kept()).isEqualTo(kept);
        assertThat(resized(VECTOR, rows).kept()).isEqualTo(kept);
    }

    /** As many points as dimensions lie in a plane. */
    @ParameterizedTest
    @CsvSource({"4, 3, true", "3, 3, false", "2, 3, false"})
    void newRowsVaryIfTheOldOnesDo(long rows, long columns, boolean vary) {
        ResizedFill fill = resized(TensorShape.of(rows, columns), 9);
        assertThat(fill.mayVary()).isEqualTo(vary);
        assertThat(fill.columns()).isEqualTo(columns);
        assertThat(fill.isVector()).isFalse();
    }

    @Test
    void anElementOfAVectorIsARowOfOne() {
        assertThat(resized(VECTOR, 9).columns()).isEqualTo(1);
        assertThat(resized(VECTOR, 9).isVector()).isTrue();
        assertThat(resized(VECTOR, 9).mayVary()).isTrue();
        assertThat(resized(TensorShape.of(1), 9).mayVary()).isFalse();
    }

    /** A covariance of 3 × 3 doubles, where new rows need one. */
    @Test
    void countTheHeapThatTheyNeed() {
        assertThat(resized(MATRIX, 5).heapBytes()).isEqualTo(72);
        assertThat(resized(MATRIX, 4).heapBytes()).isZero();
        assertThat(resized(TensorShape.of(3, 3), 5).heapBytes()).isZero();
        assertThat(resized(VECTOR, 5).heapBytes()).isZero();
        assertThat(copied(2, 0).heapBytes()).isZero();
        for (LowRankPart part : LowRankPart.values()) {
            assertThat(lowRank(MATRIX, LowRankMethod.PISSA, part).heapBytes()).isEqualTo(96);
            assertThat(lowRank(MATRIX, LowRankMethod.OLORA, part).heapBytes()).isEqualTo(96);
            assertThat(lowRank(TensorShape.of(3, 4), LowRankMethod.OLORA, part).heapBytes())
                    .isEqualTo(96);
            assertThat(lowRank(TensorShape.of(3, 4), LowRankMethod.PISSA, part).heapBytes())
                    .as("with the transposed matrix")
                    .isEqualTo(192);
            assertThat(lowRank(TensorShape.of(3, 3), LowRankMethod.PISSA, part).heapBytes())
                    .isEqualTo(72);
        }
    }

    /** B · A has the shape of the residual. */
    @Test
    void lowRankPartsMultiplyToTheWhole() {
        assertThat(List.of(LowRankPart.values()))
                .extracting(part -> lowRank(MATRIX, LowRankMethod.OLORA, part).shape())
                .containsExactly(TensorShape.of(2, 3), TensorShape.of(4, 2), MATRIX);
    }

    @Test
    void widenedOnesCountTheChannelsOfTheirAxis() {
        assertThat(new WidenedFill(FILE, "w", MATRIX, 0, 6, WidenedSide.OUT, "fc", 7).channels())
                .isEqualTo(4);
        assertThat(new WidenedFill(FILE, "w", MATRIX, 1, 6, WidenedSide.IN, "fc", 7).channels())
                .isEqualTo(3);
    }
}
