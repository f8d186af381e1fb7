package readme.tiedweights;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.zeros;

import org.initweights.DType;
import org.initweights.Weights;

class TiedWeights {
    static void run() {
// snippet of runtime/docs/guide/ties.md
    }
}
