package readme.weights;

import static org.initweights.Initializers.*;

import java.nio.file.Path;
import org.initweights.BaseWeights;
import org.initweights.LayerStack;
import org.initweights.Parameters;

class Deeper {
    static void deepen(Parameters deep) {
// snippet of runtime/docs/guide/start-from-weights.md
    }
}
