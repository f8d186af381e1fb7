package readme.stem;

import org.initweights.JaxKey;
import org.initweights.RandomSource;
import org.initweights.TorchBuild;

class Parity {
    static void initialize(Stem stem) {
// README
    }
}
