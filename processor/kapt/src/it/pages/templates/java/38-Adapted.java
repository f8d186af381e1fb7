package readme.weights;

import static org.initweights.Initializers.*;

import java.nio.file.Path;
import org.initweights.AdapterWeights;
import org.initweights.Weights;

class Adapted {
    static Weights adapt() {
// snippet of runtime/docs/guide/start-from-weights.md
        return adapted;
    }
}
