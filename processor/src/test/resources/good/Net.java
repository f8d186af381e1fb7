package good;

import java.util.List;
import java.util.Map;
import org.initweights.annotation.InitWeights;

@InitWeights
public class Net {
    final Stem stem = new Stem();
    final Linear[] layers = {new Linear(64, 128), new Linear(128, 128)};
    final List<? extends Linear> tail = List.of(new Linear(128, 10));
    final Map<String, Linear> heads = Map.of("cls", new Linear(128, 10));

    /** The generated class of another model can be named while all of them compile. */
    void initialise(long seed) {
        NetInit.initWeights(this, seed);
        StemInit.initWeights(stem, seed + 1);
    }
}
