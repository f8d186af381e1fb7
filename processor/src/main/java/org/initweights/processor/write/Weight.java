package org.initweights.processor.write;

import java.util.HashSet;
import java.util.Set;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Term;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SliceSpec;

/** How many bytes of a class file a generated method may take, rather too many than too few. */
final class Weight {

    /** A call with its constants. */
    private static final int CALL = 60;

    /** A number, and its share in what reports that it cannot be computed. */
    private static final int TERM = 40;

    private final Set<Dimension> sizes = new HashSet<>();
    private int bytes;

    int bytes() {
        return bytes;
    }

    void add(Member member) {
        bytes += CALL;
        if (member instanceof ParameterSpec parameter) {
            add(parameter.shape());
            add(parameter.initializer());
            for (SliceSpec slice : parameter.slices()) {
                bytes += CALL;
                slice.places().dimensions().forEach(this::add);
                add(slice.initializer());
            }
        }
    }

    private void add(ShapeSpec shape) {
        shape.dimensions().forEach(this::add);
        add(shape.roles().given().groups());
        add(shape.roles().given().packed());
    }

    void add(InitializerSpec initializer) {
        for (Argument argument : initializer.call().arguments()) {
            InitializerCall.quantities(argument).forEach(quantity -> add(quantity.term()));
            if (argument instanceof Argument.Shape shape) {
                bytes += CALL;
                add(shape.shape());
            } else if (!(argument instanceof Argument.Numeric)) {
                bytes += TERM;
            }
        }
    }

    /** A size is computed once, and kept in a variable. */
    private void add(Dimension size) {
        bytes += 4;
        if (sizes.add(size)) {
            add(size.term());
        }
    }

    private void add(Term term) {
        bytes += TERM;
        term.operands().forEach(this::add);
    }
}
