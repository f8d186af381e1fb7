package warned;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class Auxiliary {
    @Shape(3) @Ones float[] weight;
}

// note at `class Other {`: Other: under -Xlint:auxiliaryclass javac warns of what is generated for a class in a file of another name, and nothing can suppress that; move it to Other.java [AuxiliaryClass]
class Other {
    @Shape(3) @Ones float[] weight;

    // note at `class Inner {`: Inner: under -Xlint:auxiliaryclass javac warns of what is generated for a class in a file of another name, and nothing can suppress that; move Other to Other.java [AuxiliaryClass]
    static class Inner {
        @Shape(3) @Ones float[] weight;
    }
}

@SuppressWarnings("initweights:AuxiliaryClass")
class Known {
    @Shape(3) @Ones float[] weight;
}
