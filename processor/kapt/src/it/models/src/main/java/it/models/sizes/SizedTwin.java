package it.models.sizes;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierUniform;
import org.initweights.recipe.LlamaNormal;

/** The same model in Java; kapt shows it to the processor, too. */
public class SizedTwin {
    @Shape({3, 4})
    @LlamaNormal
    float[] matrix;

    @Shape({2, 3})
    @XavierUniform
    float[] heads;

    @Shape(5)
    @Normal
    float[] keyword;
}
