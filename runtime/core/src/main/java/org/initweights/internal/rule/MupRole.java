package org.initweights.internal.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initweights.TensorShape;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.internal.fill.Rank;

/** What a parameter is for a model that grows in width, as Tensor Programs V tells them apart. */
public enum MupRole {
    /** A matrix whose outputs grow with the width, and whose inputs do not: a first layer. */
    INPUT("mupInput", "", "out"),
    /** A table whose rows are looked up and grow with the width: an input weight of one-hot inputs. */
    EMBEDDING("mupEmbedding", "", "n"),
    /** A vector that grows with the width: a bias, or the gain of a normalisation. It is an input weight of the input 1. */
    VECTOR("mupVector", "mupBranchVector", "n"),
    /** A matrix whose inputs and outputs both grow with the width. */
    HIDDEN("mupHidden", "mupBranchHidden", "in"),
    /** A matrix whose inputs grow with the width, and whose outputs do not: a last layer. */
    OUTPUT("mupOutput", "", "in"),
    /** A table whose rows are looked up, and which is also the matrix of the last layer: tied input and output. */
    SHARED_READOUT("mupSharedReadout", "", "in");

    private final String factory;

    /** Empty if there is none in a residual block. */
    private final String branchFactory;

    private final String axis;

    MupRole(String factory, String branchFactory, String axis) {
        this.factory = factory;
        this.branchFactory = branchFactory;
        this.axis = axis;
    }

    /** The name of its initializer among {@link org.initweights.Initializers}. */
    public String factory() {
        return factory;
    }

    /** The name of its initializer for a parameter inside of a residual block, if there are such parameters. */
    Optional<String> branchFactory() {
        return Optional.of(branchFactory).filter(name -> !name.isEmpty());
    }

    /** The role that an initializer of this name gives. */
    public static Optional<MupRole> ofFactory(String factory) {
        return Arrays.stream(values())
                .filter(role -> role.factory.equals(factory) || role.branchFactory.equals(factory))
                .findFirst();
    }

    /**
     * What the width does to the learning rate, and to what the weight gives: {@code learning rate × 0.25 with Adam}.
     *
     * @param multiplier how many times as wide as in the base model it is
     * @param inverse one divided by that
     */
    public String scaling(String multiplier, String inverse) {
        return switch (this) {
            case HIDDEN -> "learning rate × " + inverse + " with Adam";
            case OUTPUT -> "output × " + inverse + ", learning rate × " + multiplier + " with SGD";
            case SHARED_READOUT -> "output × " + inverse + " as a readout, learning rate × " + multiplier + " with SGD";
            default -> "learning rate × " + multiplier + " with SGD";
        };
    }

    /** What its {@link RoleRule#scale} is called. */
    String scaleName() {
        return switch (this) {
            case INPUT, HIDDEN, OUTPUT -> "gain";
            case EMBEDDING, SHARED_READOUT -> "std";
            case VECTOR -> "value";
        };
    }

    /** Its {@link RoleRule#scale} if the user gives none. */
    double usualScale() {
        return this == VECTOR ? 0 : 1;
    }

    /** What its width is called in formulas. */
    String axis() {
        return axis;
    }

    /** Whether its elements are drawn by a fan, so that it has an axis of inputs and one of outputs. */
    public boolean hasFan() {
        return this == INPUT || this == HIDDEN || this == OUTPUT;
    }

    /** Whether the forward pass multiplies what it gives. */
    public boolean isReadout() {
        return this == OUTPUT || this == SHARED_READOUT;
    }

    /**
     * The size of the axis that grows.
     *
     * @throws org.initweights.InitializationException if there is no such axis
     */
    long width(TensorShape shape) {
        return switch (this) {
            case INPUT -> weight(shape).outChannels();
            case HIDDEN, OUTPUT, SHARED_READOUT -> weight(shape).inChannels();
            case EMBEDDING, VECTOR -> shape.size(growing(shape).get(0));
        };
    }

    /**
     * The axes that grow, as numbers of the shape; of inputs or outputs that have several the first.
     *
     * @throws org.initweights.InitializationException if there is no such axis
     */
    List<Integer> growing(TensorShape shape) {
        return switch (this) {
            case INPUT -> List.of(out(weight(shape)));
            case OUTPUT, SHARED_READOUT -> List.of(in(weight(shape)));
            case HIDDEN -> List.of(in(weight(shape)), out(shape));
            case EMBEDDING -> List.of(vector(shape).rank() - 1);
            case VECTOR -> List.of(lastLongerThanOne(vector(shape)));
        };
    }

    private static int in(TensorShape shape) {
        return axes(shape).inAxes(shape.rank()).get(0);
    }

    private static int out(TensorShape shape) {
        return axes(shape).outAxes(shape.rank()).get(0);
    }

    private static AxisRoles<Integer> axes(TensorShape shape) {
        return new AxisRoles<>(shape.layout(), shape.axes(), 1, 1, shape.stacked());
    }

    private TensorShape weight(TensorShape shape) {
        Rank.checkFan(factory, shape);
        return shape;
    }

    private TensorShape vector(TensorShape shape) {
        Rank.checkAxis(factory, shape.unstacked());
        return shape;
    }

    /** A vector may have axes of size 1 behind it, {@code [n, 1, 1]}, so that it is multiplied with maps of channels. */
    private static int lastLongerThanOne(TensorShape shape) {
        return IntStream.iterate(shape.rank() - 1, axis -> axis >= shape.stacked(), axis -> axis - 1)
                .filter(axis -> shape.size(axis) != 1)
                .findFirst()
                .orElse(shape.rank() - 1);
    }
}
