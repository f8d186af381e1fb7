package bad;

import org.initweights.HalfFormat;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class FieldTypes {
    // error at `bytes;`: bytes: cannot keep weights in a byte[]; use float[], double[], arrays of them, FloatBuffer, DoubleBuffer, short[] or ShortBuffer with @HalfFloat, or name a TensorAdapter in @InitWeights(adapters = …) on the class [FieldType]
    @Shape(3) @Ones byte[] bytes;
    // error at `object;`: object: cannot keep weights in a java.lang.Object; use float[], double[], arrays of them, FloatBuffer, DoubleBuffer, short[] or ShortBuffer with @HalfFloat, or name a TensorAdapter in @InitWeights(adapters = …) on the class [FieldType]
    @Shape(3) @Ones Object object;
    // error at `halves;`: halves: a short[] can hold two kinds of half floats; add @HalfFloat(HalfFormat.BF16) or FP16 [MissingHalfFormat]
    @Shape(3) @Ones short[] halves;
    // error at `@HalfFloat(HalfFormat.BF16) fl`: floats: @HalfFloat says what the bits of a short[] or ShortBuffer mean, but this is a float[] [HalfFloatType]
    @Shape(3) @Ones @HalfFloat(HalfFormat.BF16) float[] floats;
    // error at `scalar;`: scalar: cannot keep weights in a float; a scalar is a float[] of @Shape({}) [FieldType]
    @Shape(3) @Ones float scalar;
}
