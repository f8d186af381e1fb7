package bad;

import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.Shape;

class UnmadeInitializers {
    // error at `.class) float[] arguments;`: arguments: @InitWith(WithArguments.class): WithArguments has no constructor without parameters; give args for (int size) [InitWithClass]
    @Shape(3) @InitWith(WithArguments.class) float[] arguments;
    // error at `.class) float[] abstractClass;`: abstractClass: @InitWith(Abstract.class): Abstract is abstract; name a class that extends it [InitWithClass]
    @Shape(3) @InitWith(Abstract.class) float[] abstractClass;
    // error at `.class) float[] inner;`: inner: @InitWith(Inner.class): Inner is an inner class, which needs an object of UnmadeInitializers; make it static [InitWithClass]
    @Shape(3) @InitWith(Inner.class) float[] inner;

    static class WithArguments implements Initializer {
        WithArguments(int size) {}

        @Override
        public Fill resolve(TensorShape shape) {
            return null;
        }
    }

    abstract static class Abstract implements Initializer {}

    class Inner implements Initializer {
        @Override
        public Fill resolve(TensorShape shape) {
            return null;
        }
    }
}
