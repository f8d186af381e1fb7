package org.initweights.internal.rule;

import java.util.Arrays;
import java.util.Optional;
import org.initweights.TensorShape;
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
    OUTPUT("mupOutput", "", "in");

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
            default -> "learning rate × " + multiplier + " with SGD";
        };
    }

    /** What its width is called in formulas. */
    String axis() {
        return axis;
    }

    /** Whether its elements are drawn by a fan, so that it has an axis of inputs and one of outputs. */
    public boolean hasFan() {
        return this != EMBEDDING && this != VECTOR;
    }

    /**
     * The size of the axis that grows.
     *
     * @throws org.initweights.InitializationException if there is no such axis
     */
    long width(TensorShape shape) {
        if (hasFan()) {
            Rank.checkFan(factory, shape);
            return this == INPUT ? shape.outChannels() : shape.inChannels();
        }
        TensorShape one = shape.unstacked();
        Rank.checkAxis(factory, one);
        return one.size(one.rank() - 1);
    }
}
