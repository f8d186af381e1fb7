package readme.stem;

import org.initweights.JaxKey;
import org.initweights.RandomSource;
import org.initweights.TorchBuild;

class Parity {
    static void initialize(Stem stem) {
// snippet of runtime/docs/guide/reproducing.md
    }
}
