package readme.layers;

import static readme.layers.Arithmetic.each;
import static readme.layers.Arithmetic.multiplied;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.initweights.annotation.*;

class Arithmetic {
    static float[] multiplied(float[] weight, float[] x) {
        float[] product = new float[weight.length / x.length];
        for (int i = 0; i < weight.length; i++) {
            product[i / x.length] += weight[i] * x[i % x.length];
        }
        return product;
    }

    static float[] each(float[] x, DoubleUnaryOperator function) {
        float[] values = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = (float) function.applyAsDouble(x[i]);
        }
        return values;
    }
}

// snippet of runtime/docs/guide/models.md
