package readme.weights;

import static org.initweights.Initializers.*;

import java.nio.file.Path;
import org.initweights.Weights;
import org.initweights.WidenedLayer;

class Wider {
    static Weights widen() {
// snippet of runtime/docs/guide/start-from-weights.md
        return wide;
    }
}
