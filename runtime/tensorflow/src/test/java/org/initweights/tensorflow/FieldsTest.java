package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.glorotUniform;
import static org.initweights.Initializers.normal;

import org.initweights.DType;
import org.initweights.Layout;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.tensorflow.fields.FieldModel;
import org.initweights.tensorflow.fields.FieldModelInit;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/** Annotated models with TensorFlow's types as fields, for which no adapter is named. */
class FieldsTest {

    @Test
    void areAllocatedAndDrawnInTheirTypes() {
        FieldModel model = new FieldModel();
        FieldModelInit.initWeights(model, 42);
        try (TFloat32 kernel = model.kernel;
                TFloat64 wide = model.wide;
                TFloat16 half = model.half) {
            assertThat(kernel.shape()).isEqualTo(Shape.of(3, 3, 16, 32));
            TensorShape shape = TensorShape.of(3, 3, 16, 32).withLayout(Layout.SPATIAL_IN_OUT);
            assertThat(FloatingType.SINGLE.bytes(kernel))
                    .isEqualTo(FloatingType.SINGLE
                            .array()
                            .bytes("kernel", glorotUniform(), shape, RandomSource.seeded(42)));
            assertThat(FloatingType.DOUBLE.bytes(wide))
                    .isEqualTo(FloatingType.DOUBLE
                            .array()
                            .bytes("wide", normal(), TensorShape.of(7, 5), RandomSource.seeded(42)));
            assertThat(FloatingType.HALF.bytes(half))
                    .isEqualTo(FloatingType.HALF
                            .array()
                            .bytes("half", normal(), TensorShape.of(7, 5), RandomSource.seeded(42)));
            assertThat(FieldModelInit.parameters(model).get("brain").dtype()).isEqualTo(DType.BF16);
            assertThat(FieldModelInit.parameters(model).get("brain").get(34)).isEqualTo(1);
        }
    }

    @Test
    void areRefusedByTheirNamesWhenTheyAreClosed() {
        FieldModel model = new FieldModel();
        model.bias.close();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldModelInit.initWeights(model, 42))
                .withMessageStartingWith("bias [32]: the tensor")
                .withMessageContaining("is closed");
    }
}
