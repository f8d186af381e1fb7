package readme.first;

import org.initweights.RandomSource;

class Drawn {
    static void initialize(Mlp mlp) {
// snippet of README.md
    }
}
