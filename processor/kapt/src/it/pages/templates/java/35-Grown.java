package readme.weights;

import static org.initweights.DType.BF16;
import static org.initweights.Initializers.*;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.BaseWeights;
import org.initweights.Plan;
import org.initweights.RandomSource;

class Grown {
    static void grow() throws IOException {
// snippet of runtime/docs/guide/start-from-weights.md
    }
}
