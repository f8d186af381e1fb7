package org.initweights.processor.write;

import org.initweights.processor.expression.Term;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SliceSpec;

/** How many bytes of a class file generated code may take, rather too many than too few. */
final class Weight {

    /** A call with its constants. */
    private static final int CALL = 80;

    /** A number, and its share in what reports that it cannot be computed. */
    private static final int TERM = 40;

    private Weight() {}

    static int of(Member member) {
        if (!(member instanceof ParameterSpec parameter)) {
            return CALL;
        }
        int weight = CALL + of(parameter.shape()) + of(parameter.initializer());
        for (SliceSpec slice : parameter.slices()) {
            weight += CALL + of(slice.from().term()) + of(slice.to().term()) + of(slice.initializer());
        }
        return weight;
    }

    private static int of(ShapeSpec shape) {
        return shape.dimensions().stream()
                .mapToInt(dimension -> of(dimension.term()))
                .sum();
    }

    static int of(InitializerSpec initializer) {
        return of(initializer.call());
    }

    private static int of(InitializerCall call) {
        return call.arguments().stream()
                .mapToInt(argument -> argument instanceof Argument.Numeric number
                        ? of(number.quantity().term())
                        : argument instanceof Argument.Shape shape ? of(shape.shape()) : TERM)
                .sum();
    }

    private static int of(Term term) {
        return TERM + term.operands().stream().mapToInt(Weight::of).sum();
    }
}
