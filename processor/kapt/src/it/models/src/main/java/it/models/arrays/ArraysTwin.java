package it.models.arrays;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierUniform;
import org.initweights.recipe.LlamaNormal;

/** The same model with Java's arrays. */
public class ArraysTwin {
    @Shape({3, 4})
    @LlamaNormal
    float[] matrix;

    @Shape(5)
    @Normal
    float[] vector;

    @Shape({2, 3, 2, 3})
    @XavierUniform
    float[] kernel;

    @Shape({2, 1, 2, 3, 2})
    @Normal
    float[] deep;
}
