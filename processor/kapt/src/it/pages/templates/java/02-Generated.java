package readme.stem;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;

class Generated {
    static void collect(Stem model, ParameterCollector parameters) {
// snippet of README.md
    }
}
