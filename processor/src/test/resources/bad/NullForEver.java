package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class NullForEver {
    // error at `@Ones final float[] nothing =`: nothing: final and null, so it never holds a weight; remove final, and it is allocated for you [FinalNull]
    @Shape(3) @Ones final float[] nothing = null;
}
