package bad;

import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.Shape;

class UnmadeInitializers {
    // error at `.class) float[] arguments;`: arguments: @InitWith(WithArguments.class) needs a class with a constructor without parameters that is not private, and that is not abstract, private or inner [InitWithClass]
    @Shape(3) @InitWith(WithArguments.class) float[] arguments;
    // error at `.class) float[] abstractClass;`: abstractClass: @InitWith(Abstract.class) needs a class with a constructor without parameters that is not private, and that is not abstract, private or inner [InitWithClass]
    @Shape(3) @InitWith(Abstract.class) float[] abstractClass;
    // error at `.class) float[] inner;`: inner: @InitWith(Inner.class) needs a class with a constructor without parameters that is not private, and that is not abstract, private or inner [InitWithClass]
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
