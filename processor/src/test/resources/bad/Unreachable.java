package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class Unreachable {
    // error at `key;`: key: private in bad.Unreachable and without getter, so generated code cannot reach it; make it package-private or add key() [Unreachable]
    @Shape(3) @Ones private float[] key;
    // error at `@Ones static float[] shared;`: shared: static, so it is no part of a model; remove static or the initializer [StaticField]
    @Shape(3) @Ones static float[] shared;
    private int hidden;
    // error at `hidden") @Ones float[] sized;`: sized: dimension "hidden": hidden is private in bad.Unreachable and without getter, so generated code cannot reach it; make it package-private or add hidden() [Unreachable]
    @Shape(dims = "hidden") @Ones float[] sized;
}
