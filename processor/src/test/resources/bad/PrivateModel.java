package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class PrivateModel {
    // error at `class Inner {`: Inner: it is private, so generated code cannot reach it; make it package-private [PrivateModel]
    private static class Inner {
        @Shape(3) @Ones float[] weight;
    }

    // error at `inner = new Inner();`: inner: Inner is private, so generated code cannot reach it; make it package-private [PrivateModel]
    final Inner inner = new Inner();
    @Shape(3) @Ones float[] weight;
}
