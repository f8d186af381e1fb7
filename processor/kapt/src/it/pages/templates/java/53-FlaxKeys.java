package readme.rules;

import java.util.Map;
import org.initweights.JaxKey;
import org.initweights.RandomSource;

class FlaxKeys {
    static void initialize(Net net) {
// snippet of runtime/docs/parity.md
    }
}
