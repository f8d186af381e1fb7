package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.model.ShapeSpec;

/**
 * What names mean in a formula on a parameter: properties of its shape, and numbers of the model.
 *
 * @param shape the parameter's shape, if it has one
 */
record FieldNames(Optional<ShapeSpec> shape, MemberScope model) implements ModelNames {

    @Override
    public Quantity lookUp(List<String> path) throws ExpressionException {
        QualifiedName name = QualifiedName.of(path, model);
        if (name instanceof QualifiedName.OfShape ofShape) {
            Optional<Quantity> property = property(ofShape.property());
            if (property.isEmpty() && shape.isPresent()) {
                throw missing(shape.get(), path.get(1));
            }
            return property.orElse(Quantity.of(1));
        }
        return name instanceof QualifiedName.OfModel ofModel ? ofModel(ofModel.path()) : plain(path);
    }

    @Override
    public OptionalInt rank() {
        return shape.isPresent() ? OptionalInt.of(shape.get().dimensions().size()) : OptionalInt.empty();
    }

    private Quantity plain(List<String> path) throws ExpressionException {
        Optional<ShapeProperty> named = ShapeProperty.named(path);
        Optional<Quantity> property = named.flatMap(this::property);
        if (property.isPresent()) {
            QualifiedName.refuseTwoMeanings(path.get(0), property.get(), model);
            return property.get();
        }
        if (named.isPresent() && !model.has(path.get(0))) {
            if (shape.isPresent()) {
                throw missing(shape.get(), path.get(0));
            }
            // What is wrong with the shape has been said.
            return Quantity.of(1);
        }
        return ofModel(path);
    }

    private static ExpressionException missing(ShapeSpec shape, String property) {
        return new ExpressionException(
                "FanRank", shape + " has no " + property + ": that needs a weight of two dimensions or more");
    }

    private Quantity ofModel(List<String> path) throws ExpressionException {
        try {
            return model.number(path);
        } catch (ExpressionException e) {
            if (!e.id().equals("UnknownDimension")) {
                throw e;
            }
            throw unknown(path);
        }
    }

    private ExpressionException unknown(List<String> path) {
        String name = String.join(".", path);
        List<String> candidates = new ArrayList<>(ShapeProperty.NAMES);
        candidates.addAll(model.numbers());
        String suggestion = Spelling.closest(name, candidates)
                .map(close -> "; did you mean \"" + close + "\"?")
                .orElse("; a shape has " + String.join(", ", ShapeProperty.NAMES));
        return new ExpressionException(
                "UnknownName",
                "\"" + name + "\" is neither a member of the annotation, nor of the shape, nor a number of the model"
                        + suggestion);
    }

    private Optional<Quantity> property(ShapeProperty property) {
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        return switch (property) {
            case ROWS -> shape.get().dimensions().stream().findFirst().map(Quantity::of);
            case ELEMENTS ->
                Optional.of(Quantity.product(
                        shape.get().dimensions().stream().map(Quantity::of).toList()));
            default -> {
                int weightRank = shape.get().dimensions().size()
                        - shape.get().roles().given().stacked();
                yield weightRank < 2 ? Optional.empty() : Optional.of(ofWeight(property, shape.get()));
            }
        };
    }

    private static Quantity ofWeight(ShapeProperty property, ShapeSpec shape) {
        AxisRoles<Dimension> roles = shape.roles().given();
        int rank = shape.dimensions().size();
        return switch (property) {
            case IN -> product(shape, roles.inAxes(rank));
            case OUT -> product(shape, roles.outAxes(rank));
            case KERNEL -> product(shape, roles.kernelAxes(rank));
            case FAN_IN -> fan(shape, roles.inAxes(rank), Dimension.of(1));
            default -> fan(shape, roles.outAxes(rank), roles.packed());
        };
    }

    private static Quantity product(ShapeSpec shape, List<Integer> axes) {
        List<Quantity> sizes = axes.stream()
                .map(axis -> Quantity.of(shape.dimensions().get(axis)))
                .toList();
        return sizes.size() == 1 ? sizes.get(0) : Quantity.product(sizes);
    }

    /** The channels of some axes times the kernel, for one group and one packed part: the fans of {@code TensorShape}. */
    private static Quantity fan(ShapeSpec shape, List<Integer> axes, Dimension packed) {
        AxisRoles<Dimension> roles = shape.roles().given();
        int rank = shape.dimensions().size();
        boolean whole = roles.axes().isEmpty()
                && axes.equals(List.of(roles.stacked() + roles.layout().wholeAxis(rank - roles.stacked())));
        List<Quantity> parts = Stream.of(packed, whole ? roles.groups() : Dimension.of(1))
                .filter(count -> !count.size().equals(OptionalLong.of(1)))
                .map(Quantity::of)
                .toList();
        Quantity channels = product(shape, axes);
        Quantity perPart = parts.isEmpty()
                ? channels
                : channels.dividedBy(parts.size() == 1 ? parts.get(0) : Quantity.product(parts));
        List<Integer> kernel = roles.kernelAxes(rank);
        return kernel.isEmpty() ? perPart : Quantity.product(List.of(perPart, product(shape, kernel)));
    }
}
