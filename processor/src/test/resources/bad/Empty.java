package bad;

import java.util.List;
import java.util.function.Supplier;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;

/** Models in which nothing is to be initialised, and some that are there for others. */
class Empty {
    // error at `@InitWeights`: Nothing: nothing in it is to be initialised; give it a parameter or a sub-model, or remove @InitWeights [NothingToInitialise]
    @InitWeights
    static class Nothing {
        int width;
        List<String> names;
        static float[] shared;
    }

    // error at `@InitWeights`: NoField: nothing in it is to be initialised; give it a parameter or a sub-model, or remove @InitWeights [NothingToInitialise]
    @InitWeights
    record NoField(int width) {}

    // error at `@InitWeights`: Alone: nothing in it is to be initialised; give it a parameter or a sub-model, or remove @InitWeights [NothingToInitialise]
    @InitWeights
    enum Alone {
        ONE
    }

    @InitWeights
    interface Layer {}

    @InitWeights
    abstract static class Base {}

    @InitWeights
    static class Open {}

    static class Below extends Open {}

    @InitWeights
    enum Activation implements Layer {
        RELU
    }

    @InitWeights
    static class Skipping {
        @Skip float[] table;
    }

    static class Part {
        @Shape(2) @Ones float[] w;
    }

    static class Shared {
        final Part part = new Part();
    }

    @InitWeights
    static class Inheriting extends Shared {}

    @InitWeights
    static class Warned {
        // warning at `supplier;`: supplier: Supplier<Part> can hold Part, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
        Supplier<Part> supplier;
    }
}
