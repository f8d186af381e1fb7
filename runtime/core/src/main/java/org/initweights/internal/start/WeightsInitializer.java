package org.initweights.internal.start;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.StoredFile;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.fill.WidenedSide;

/**
 * Begins with a stored tensor: looks at its shape, and says what is made of it.
 *
 * @param call what a user would write, for messages
 * @param making what is made of the tensor, of one shape, for a parameter of another
 */
public record WeightsInitializer(Path file, String tensor, String call, Making making)
        implements Initializer, Serializable {

    /** Says what is made of a tensor. */
    @FunctionalInterface
    public interface Making extends Serializable {

        /**
         * The fill of a parameter.
         *
         * @param from the file of the tensor
         * @throws InitializationException if no such parameter can be made of the tensor
         */
        Fill of(Path from, TensorShape stored, TensorShape parameter);
    }

    public WeightsInitializer {
        file = StoredFile.absolute(file);
        Objects.requireNonNull(tensor, "tensor is null");
    }

    /** Copies the tensor. */
    public static Initializer copy(Path file, String tensor) {
        String call = quoted("copy", tensor);
        return new WeightsInitializer(file, tensor, call, (from, stored, parameter) -> {
            checkShape(call, stored, parameter);
            return new CopiedFill(from, tensor, stored, 1, 0);
        });
    }

    /** Copies the tensor for each expert, and adds noise. */
    public static Initializer experts(Path file, String tensor, double noiseStd) {
        CopiedFill.checkNoise(noiseStd);
        String call = quoted("experts", tensor);
        return new WeightsInitializer(file, tensor, call, (from, stored, parameter) -> {
            boolean isStack = parameter.rank() == stored.rank() + 1;
            long[] dims = parameter.dims();
            TensorShape expert = isStack ? TensorShape.of(Arrays.copyOfRange(dims, 1, dims.length)) : parameter;
            checkShape(call, stored, expert);
            return isStack && dims[0] == 0
                    ? new ConstantFill(0)
                    : new CopiedFill(from, tensor, stored, isStack ? dims[0] : 1, noiseStd);
        });
    }

    /** Copies the rows that there are room for, and makes new ones like them. */
    public static Initializer resized(Path file, String tensor) {
        String call = quoted("resized", tensor);
        return new WeightsInitializer(file, tensor, call, (from, stored, parameter) -> {
            if (stored.rank() == 1 && parameter.rank() != 1) {
                throw otherShape(call, "a parameter of one dimension, as the tensor, " + stored, parameter);
            }
            if (stored.rank() != 1
                    && (parameter.rank() != 2 || stored.rank() != 2 || parameter.size(1) != stored.size(1))) {
                throw otherShape(
                        call,
                        "a parameter of two dimensions whose rows are as long as those of the tensor, " + stored,
                        parameter);
            }
            return new ResizedFill(from, tensor, stored, parameter.size(0));
        });
    }

    /** Copies the channels of one side, and some of them again. */
    public static Initializer widened(Path file, String tensor, WidenedSide side, String layer, long seed) {
        String call = side.call(tensor);
        return new WeightsInitializer(file, tensor, call, (from, stored, parameter) -> {
            int axis = axis(call, parameter, side);
            long[] narrow = parameter.dims();
            if (stored.rank() == narrow.length) {
                narrow[axis] = stored.size(axis);
            }
            if (!Arrays.equals(narrow, stored.dims())) {
                throw otherShape(
                        call,
                        "a parameter that has the shape of the tensor, " + stored + ", but for its "
                                + (side == WidenedSide.OUT ? "out" : "in") + " channels",
                        parameter);
            }
            return new WidenedFill(from, tensor, stored, axis, parameter.size(axis), side, layer, seed);
        });
    }

    private static int axis(String call, TensorShape parameter, WidenedSide side) {
        int rank = parameter.rank();
        if (rank < (side == WidenedSide.OUT ? 1 : 2) || parameter.axes().isPresent()) {
            throw otherShape(
                    call, "a weight" + (side == WidenedSide.OUT ? " or a bias" : "") + " in a layout", parameter);
        }
        if (parameter.groups() != 1 || parameter.packed() != 1 || parameter.stacked() != 0) {
            throw otherShape(call, "one weight that is not grouped, whose channels all meet", parameter);
        }
        if (rank == 1) {
            return 0;
        }
        return side == WidenedSide.OUT
                ? parameter.layout().outAxis(rank)
                : parameter.layout().inAxis(rank);
    }

    /** A part of what the tensor is split into. */
    public static Initializer lowRank(
            Path file, String tensor, LowRankMethod method, LowRankPart part, int rank, double scaling) {
        String call = method.call(tensor, rank) + "." + part.call();
        return new WeightsInitializer(file, tensor, call, (from, stored, parameter) -> {
            LowRankFill fill = new LowRankFill(from, tensor, stored, method, part, rank, scaling);
            checkShape(call, fill.shape(), parameter);
            return fill;
        });
    }

    private static String quoted(String method, String tensor) {
        return method + "(\"" + tensor + "\")";
    }

    private static void checkShape(String call, TensorShape needed, TensorShape parameter) {
        if (!Arrays.equals(needed.dims(), parameter.dims())) {
            throw otherShape(call, "a parameter of the shape " + needed, parameter);
        }
    }

    private static InitializationException otherShape(String call, String needed, TensorShape parameter) {
        return new InitializationException("WeightsShape", call, null, "needs " + needed + ", but it is " + parameter);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        TensorShape stored;
        try (SourceTensor source = SourceTensor.open(file, tensor, call)) {
            stored = source.shape();
        }
        return making.of(file, stored, shape);
    }

    /** What it is written as: its file by name, for whoever has the same file system. */
    private record Form(URI file, String tensor, String call, Making making) implements Serializable {
        private Object readResolve() {
            return new WeightsInitializer(Path.of(file), tensor, call, making);
        }
    }

    private Object writeReplace() {
        return new Form(file.toUri(), tensor, call, making);
    }

    @Override
    public String toString() {
        return "from(" + file + ")." + call;
    }
}
