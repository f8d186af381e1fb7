package good;

import java.util.List;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** A list of layers of different classes. */
@InitWeights
class Layers {

    @InitWeights
    sealed interface Layer permits Dense, Scale {}

    static final class Dense implements Layer {
        @Shape({2, 3})
        @Normal(std = 0.1)
        float[] weight;
    }

    record Scale(@Shape(3) @Ones float[] weight) implements Layer {}

    final List<Layer> layers = List.of(new Dense(), new Scale(new float[3]));
}
