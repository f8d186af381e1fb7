package readme.rules;

import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.RandomSource;

class TwoPasses {
    static void initialize(Parameters parameters, RandomSource torch) {
// snippet of runtime/docs/parity.md
    }
}
