package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.initweights.HalfFormat;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** Null fields are allocated; others must have the right length, and nothing is written if one has not. */
@SuppressWarnings("initweights:Symmetry")
public class Allocation {
    public static class Model {
        @Shape({3, 4}) @Normal float[] floats;
        @Shape({3, 4}) @Normal double[] doubles;
        @Shape({3, 4, 2}) @Normal float[][][] nestedFloats;
        @Shape({3, 4}) @Normal double[][] nestedDoubles;
        @Shape({3, 4}) @Normal FloatBuffer floatBuffer;
        @Shape({3, 4}) @Normal DoubleBuffer doubleBuffer;
        @Shape({3, 4}) @Ones @HalfFloat(HalfFormat.BF16) short[] brainFloats;
        @Shape({3, 4}) @Ones @HalfFloat(HalfFormat.FP16) ShortBuffer halfBuffer;
    }

    public static class Finals {
        @Shape(3) @Ones final float[] weight;

        Finals(float[] weight) {
            this.weight = weight;
        }
    }

    public static void check() {
        allocatesEveryType();
        keepsWhatIsThere();
        refusesAnotherLengthBeforeWriting();
        refusesFinalNull();
    }

    private static void allocatesEveryType() {
        Model model = new Model();
        assertThat(Allocation_ModelInit.parameters(model).elements()).isEqualTo(7 * 12 + 24);
        assertThat(model.floats).hasSize(12).containsOnly(0);
        assertThat(model.nestedFloats).hasDimensions(3, 4);
        assertThat(model.floatBuffer.isDirect()).isTrue();
        assertThat(model.doubleBuffer.capacity()).isEqualTo(12);

        Allocation_ModelInit.initWeights(model, 1);
        assertThat(model.floats).doesNotContain(0);
        assertThat(model.nestedFloats[2][3]).doesNotContain(0);
        assertThat(model.nestedDoubles[2]).doesNotContain(0);
        assertThat(model.brainFloats).containsOnly((short) 0x3F80);
        assertThat(model.halfBuffer.get(11)).isEqualTo((short) 0x3C00);
        assertThat(Allocation_ModelInit.parameters(model).get("halfBuffer").get(11)).isEqualTo(1);
    }

    private static void keepsWhatIsThere() {
        Model model = new Model();
        float[] mine = new float[12];
        model.floats = mine;
        Allocation_ModelInit.initWeights(model, 1);
        assertThat(model.floats).isSameAs(mine).doesNotContain(0);
    }

    private static void refusesAnotherLengthBeforeWriting() {
        Model model = new Model();
        model.floats = new float[12];
        model.nestedFloats = new float[3][4][5];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation_ModelInit.initWeights(model, 1))
                .withMessageContaining("nestedFloats [3, 4, 2]");
        model.nestedFloats = null;
        model.doubleBuffer = DoubleBuffer.allocate(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation_ModelInit.initWeights(model, 1))
                .withMessage("doubleBuffer: shape [3, 4] needs 12 elements, but its storage has 5");
        assertThat(model.floats).containsOnly(0);
    }

    private static void refusesFinalNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation_FinalsInit.parameters(new Finals(null)))
                .withMessageStartingWith("weight: null");
        Finals finals = new Finals(new float[3]);
        Allocation_FinalsInit.initWeights(finals, 1);
        assertThat(finals.weight).containsOnly(1);
    }
}
