package org.initweights.tensorflow.fields;

import org.initweights.Layout;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.GlorotUniform;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/** A model whose tensors are TensorFlow's; those that are null are allocated. */
@InitWeights
public class FieldModel {

    @Shape(
            value = {3, 3, 16, 32},
            layout = Layout.SPATIAL_IN_OUT)
    @GlorotUniform
    public TFloat32 kernel;

    @Shape(32)
    @Zeros
    public final TFloat32 bias = TFloat32.vectorOf(new float[32]);

    @Shape({7, 5})
    @Normal
    public TFloat64 wide;

    @Shape({7, 5})
    @Normal
    public TFloat16 half;

    @Shape(35)
    @Ones
    public TBfloat16 brain;
}
