package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.Layout;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Spelling;

/**
 * What names mean in a formula on a parameter: properties of its shape, then numbers of the model.
 *
 * @param shape the parameter's shape, if it has one
 */
record FieldNames(Optional<ShapeSpec> shape, MemberScope model) implements FormulaScope {

    @Override
    public Quantity lookUp(List<String> path) throws ExpressionException {
        Optional<ShapeProperty> named = ShapeProperty.named(path);
        Optional<Quantity> property = named.flatMap(this::property);
        if (property.isPresent()) {
            return property.get();
        }
        if (named.isPresent() && shape.isPresent() && !model.has(path.get(0))) {
            throw new ExpressionException(
                    "FanRank",
                    shape.get() + " has no " + path.get(0) + ": that needs a weight of two dimensions or more");
        }
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
        List<Quantity> dims = shape.get().dimensions().stream()
                .skip(shape.get().roles().stacked())
                .map(Quantity::of)
                .toList();
        return switch (property) {
            case ROWS -> shape.get().dimensions().stream().findFirst().map(Quantity::of);
            case ELEMENTS ->
                Optional.of(Quantity.product(
                        shape.get().dimensions().stream().map(Quantity::of).toList()));
            default -> dims.size() < 2 ? Optional.empty() : Optional.of(ofWeight(property, dims));
        };
    }

    private Quantity ofWeight(ShapeProperty property, List<Quantity> dims) {
        Layout layout = shape.orElseThrow().roles().layout();
        int outAxis = layout.outAxis(dims.size());
        int inAxis = layout.inAxis(dims.size());
        return switch (property) {
            case IN -> dims.get(inAxis);
            case OUT -> dims.get(outAxis);
            case KERNEL -> kernel(dims, inAxis, outAxis);
            case FAN_IN -> fan(dims, inAxis, outAxis, 1);
            default -> fan(dims, outAxis, inAxis, shape.orElseThrow().roles().packed());
        };
    }

    private static Quantity kernel(List<Quantity> dims, int inAxis, int outAxis) {
        List<Quantity> spatial = new ArrayList<>();
        for (int axis = 0; axis < dims.size(); axis++) {
            if (axis != inAxis && axis != outAxis) {
                spatial.add(dims.get(axis));
            }
        }
        return Quantity.product(spatial);
    }

    /** The channels of one axis times the kernel, for one group and one packed part: the fans of {@code TensorShape}. */
    private Quantity fan(List<Quantity> dims, int axis, int other, int packed) {
        Layout layout = shape.orElseThrow().roles().layout();
        boolean whole = axis == layout.wholeAxis(dims.size());
        int parts = packed * (whole ? shape.orElseThrow().roles().groups() : 1);
        Quantity channels = parts == 1 ? dims.get(axis) : dims.get(axis).dividedBy(Quantity.of(parts));
        Quantity kernel = kernel(dims, axis, other);
        return dims.size() == 2 ? channels : Quantity.product(List.of(channels, kernel));
    }
}
