package org.initweights.internal.rule;

import java.util.stream.IntStream;
import org.initweights.Axes;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.message.Notation;

/** Saxe, McClelland and Ganguli, 2013, as {@code torch.nn.init.orthogonal_}. */
public record OrthogonalRule(double gain) implements Rule {

    public OrthogonalRule {
        Argument.finite("orthogonal", "gain", gain);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        if (shape.axes().isPresent()) {
            return resolve(shape, shape.axes().get());
        }
        Rank.check("OrthogonalRank", "orthogonal", shape, 2, Integer.MAX_VALUE, "at least two dimensions");
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        if (shape.layout() == Layout.SPATIAL_IN_OUT) {
            long columns = shape.size(shape.rank() - 1);
            return new OrthogonalFill(shape.elements() / columns, columns, gain);
        }
        return new OrthogonalFill(shape.size(0), shape.elements() / shape.size(0), gain);
    }

    /**
     * Where the out axes are the first or the last, the kernel is a matrix of its outputs: JAX's, whose {@code column_axis} is theirs.
     */
    private Fill resolve(TensorShape shape, Axes axes) {
        boolean first = axes.outAxes()
                .equals(IntStream.range(0, axes.outAxes().size()).boxed().toList());
        boolean last = axes.outAxes()
                .equals(IntStream.range(shape.rank() - axes.outAxes().size(), shape.rank())
                        .boxed()
                        .toList());
        if (axes.outAxes().isEmpty() || !axes.batchAxes().isEmpty() || (!first && !last)) {
            throw new InitializationException(
                    "OrthogonalAxes",
                    "orthogonal",
                    null,
                    "needs out axes that are the first or the last, and no batch axes, but " + shape + " has " + axes);
        }
        if (shape.elements() == 0) {
            return new ConstantFill(0);
        }
        long out = shape.outChannels();
        return first
                ? new OrthogonalFill(out, shape.elements() / out, gain)
                : new OrthogonalFill(shape.elements() / out, out, gain);
    }

    @Override
    public String title() {
        return "orthogonal";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        if (!(resolvePart(shape) instanceof OrthogonalFill fill)) {
            return explain();
        }
        return explain() + ", as a matrix of " + fill.rows() + " × " + fill.columns();
    }

    @Override
    public String explain() {
        return "orthogonal" + (gain == 1 ? "" : ", gain " + Notation.factor(gain));
    }
}
