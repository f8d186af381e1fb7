package readme.rules;

import org.initweights.annotation.*;
import org.initweights.recipe.*;

@KaimingNormal
@interface ResNetConv {}

class Conv2d {
    final int in;
    final int out;
    @Shape(dims = "out, in, 3, 3") @XavierUniform float[] weight;

    Conv2d(int in, int out) {
        this.in = in;
        this.out = out;
    }
}

class Linear {
    final int in;
    final int out;
    @Shape(dims = "out, in") @XavierUniform float[] weight;

    Linear(int in, int out) {
        this.in = in;
        this.out = out;
    }
}

// snippet of runtime/docs/guide/rules.md
