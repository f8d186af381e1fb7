package readme.ties;

import org.initweights.annotation.*;

class Embedding {
    @Shape({50, 8}) @Normal(std = 0.02) float[] weight;
}

class Head {
    @Shape({50, 8}) @Normal(std = 0.02) float[] weight;
}

// snippet of runtime/docs/guide/ties.md
