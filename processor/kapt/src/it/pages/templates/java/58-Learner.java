package readme.copies;

import org.initweights.annotation.*;

class Encoder {
    @Shape({8, 8}) @Normal(std = 0.02) float[] weight;
}

// snippet of runtime/docs/guide/ties.md
