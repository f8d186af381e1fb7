package bad;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;

class ComposedMistake {
    @Normal(std = -1) @interface Backwards {}

    // error at `@Backwards float[] weight;`: weight: @Backwards: @Normal(std = -1) is refused: std cannot be negative; use 0 or more [Negative]
    @Shape({3, 4}) @Backwards float[] weight;
}
