package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** A class or an interface of a {@link GrownProgram}, as far as others use it. */
final class GrownType {

    /** What others can do with a type. */
    enum Kind {
        /** A class to extend. */
        OPEN,
        /** An interface to implement. */
        INTERFACE,
        /** Neither. */
        CLOSED
    }

    private final String name;
    private final boolean isVisited;
    private final boolean isFar;
    private final Kind kind;
    private final List<GrownType> above = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> farValues = new ArrayList<>();
    private int weight;

    /**
     * @param name as the source names it
     * @param isVisited whether fields of the type are visited; otherwise somebody has to speak of them, if there is a model in them
     * @param isFar whether it is in another package than the model
     */
    GrownType(String name, boolean isVisited, boolean isFar, Kind kind) {
        this.name = name;
        this.isVisited = isVisited;
        this.isFar = isFar;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    boolean isVisited() {
        return isVisited;
    }

    boolean isFar() {
        return isFar;
    }

    /** Whether it is a class that can be extended. */
    boolean isOpen() {
        return kind == Kind.OPEN;
    }

    boolean isInterface() {
        return kind == Kind.INTERFACE;
    }

    /**
     * Whether there are objects of it.
     *
     * @param far whether they are of classes that the other package has
     */
    boolean hasValues(boolean far) {
        return !(far ? farValues : values).isEmpty();
    }

    int weight() {
        return weight;
    }

    /** This type extends or implements another. */
    GrownType under(GrownType parent) {
        above.add(parent);
        return this;
    }

    /** An expression makes an object of this type, with so many models in it. */
    void add(String value, int models) {
        add(value, models, isFar);
    }

    private void add(String value, int models, boolean far) {
        values.add(value);
        if (far) {
            farValues.add(value);
        }
        weight = Math.max(weight, models);
        above.forEach(parent -> parent.add(value, models, far));
    }

    /** Values of this type and its subclasses. */
    Holding holding(Dice dice, boolean far) {
        return new Holding(name, name, () -> dice.pick(far ? farValues : values), weight, !isVisited);
    }
}
