package readme.rules;

import org.initweights.RandomSource;

class TorchOrder {
    static void initialize(Net stem, Net head) {
// snippet of runtime/docs/parity.md
    }

    private static final class StemInit {
        static void initWeights(Net net, RandomSource source) {
            NetInit.initWeights(net, source);
        }
    }

    private static final class HeadInit {
        static void initWeights(Net net, RandomSource source) {
            NetInit.initWeights(net, source);
        }
    }
}
