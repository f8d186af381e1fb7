package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class UnreachableSubModel {
    static class Part {
        @Shape(3) @Ones float[] weight;
    }

    @Shape(3) @Ones float[] weight;
    // error at `part = new Part();`: part: private in bad.UnreachableSubModel and without getter, so generated code cannot reach it; make it package-private or add part() [Unreachable]
    private final Part part = new Part();
}
