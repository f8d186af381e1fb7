package warned;

import java.util.function.Supplier;
import org.initweights.annotation.*;
import org.initweights.annotation.Ones;

/** Classes inside methods and expressions, which no annotation processor sees. */
class Locals {
    @Zeros
    @interface Mine {}

    abstract static class Block {}

    @Shape(2) @Ones float[] w;

    // warning at `block = new Block() {`: an anonymous class has annotated fields, but is declared inside block, where no annotation processor sees it, so nothing initialises them; make it a member class [LocalModel]
    @Skip Block block = new Block() {
        @Shape(2) @Ones float[] w = new float[2];
    };

    // warning at `inMethod() {`: Part has annotated fields, but is declared inside inMethod, where no annotation processor sees it, so nothing initialises them; make it a member class [LocalModel]
    Object inMethod() {
        record Part(@Normal(std = 0.02) float[] w) {}
        return new Part(new float[2]);
    }

    static class Inner {
        // warning at `inLambda = () -> {`: Deep has annotated fields, but is declared inside inLambda, where no annotation processor sees it, so nothing initialises them; make it a member class [LocalModel]
        Supplier<Object> inLambda = () -> {
            class Deep {
                @Mine float[] w;
            }
            return new Deep();
        };
    }

    // warning at `named() {`: Named has annotated fields, but is declared inside named, where no annotation processor sees it, so nothing initialises them; make it a member class [LocalModel]
    Object named() {
        class Named {
            @org.initweights.annotation.Shape(3) float[] w;
        }
        return new Named();
    }

    @SuppressWarnings("initweights:LocalModel")
    Object meant() {
        record Part(@Ones float[] w) {}
        return new Part(new float[2]);
    }

    Object other() {
        class Other {
            @Deprecated float[] w;
        }
        return new Other();
    }
}
