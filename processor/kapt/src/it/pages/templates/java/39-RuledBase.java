package readme.stem;

import static org.initweights.Initializers.*;

import java.nio.file.Path;
import org.initweights.BaseWeights;

class RuledBase {
    static void begin(Stem stem) {
// snippet of runtime/docs/guide/start-from-weights.md
    }
}
