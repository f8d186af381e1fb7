package org.initweights.processor.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.rule.Rule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.resolve.OwnValueText;

/** The distribution of a parameter, or its formula where sizes are not known while the model compiles. */
final class DistributionText {

    /** Sizes for those that are not known. What comes out the same for all of them depends on none. */
    private static final List<List<Long>> PROBES =
            List.of(List.of(24L, 60L, 36L, 84L), List.of(120L, 48L, 132L, 72L), List.of(12L, 12L, 12L, 12L));

    private DistributionText() {}

    /** The distribution of a parameter whose initializer is its own. */
    static String of(ParameterSpec parameter) {
        List<String> parts = new ArrayList<>();
        if (parameter.initializer().isGiven()) {
            parts.add(of(parameter.initializer(), parameter.shape()));
        }
        for (SliceSpec slice : parameter.slices()) {
            parts.add(slice.places().words() + ": " + of(slice, parameter.shape()));
        }
        return String.join("; ", parts);
    }

    /** The distribution that an initializer gives to a shape. */
    static String of(InitializerSpec initializer, ShapeSpec shape) {
        Optional<Initializer> rule = initializer.start();
        if (rule.isEmpty()) {
            return formula(initializer);
        }
        Optional<Fill> certain = initializer.isKnown() ? certain(rule.get(), shape) : Optional.empty();
        return certain.map(Fill::toString).orElseGet(() -> explained(rule.get()));
    }

    private static Optional<Fill> certain(Initializer rule, ShapeSpec shape) {
        Set<Fill> fills = new LinkedHashSet<>();
        try {
            for (TensorShape probe : shapes(shape)) {
                fills.add(rule.resolve(probe));
            }
        } catch (InitializationException e) {
            return Optional.empty();
        }
        return fills.size() == 1 ? Optional.of(fills.iterator().next()) : Optional.empty();
    }

    private static List<TensorShape> shapes(ShapeSpec shape) {
        return shape.isKnown()
                ? List.of(shape.known().orElseThrow())
                : PROBES.stream().map(sizes -> probe(shape, sizes)).toList();
    }

    private static TensorShape probe(ShapeSpec shape, List<Long> sizes) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Dimension dimension : shape.dimensions()) {
            dimensions.add(
                    dimension.size().isPresent()
                            ? dimension
                            : Dimension.of(sizes.get(dimensions.size() % sizes.size())));
        }
        return new ShapeSpec(
                        dimensions, shape.roles().with(1 + PROBES.indexOf(sizes)), shape.place(), shape.layoutPlace())
                .known()
                .orElseThrow();
    }

    private static String of(SliceSpec slice, ShapeSpec whole) {
        Optional<TensorShape> shape = whole.known().flatMap(slice::shapeIn);
        return slice.known()
                .flatMap(part -> shape.flatMap(known -> resolved(part.initializer(), known)))
                .map(Fill::toString)
                .orElseGet(() -> of(slice.initializer(), shapeOf(slice.places(), whole)));
    }

    private static Optional<Fill> resolved(Initializer rule, TensorShape shape) {
        try {
            return Optional.of(rule.resolve(shape));
        } catch (InitializationException e) {
            return Optional.empty();
        }
    }

    /** A slice as a shape, as far as its sizes are known. */
    private static ShapeSpec shapeOf(AxisPlaces places, ShapeSpec whole) {
        if (places.axis() >= whole.dimensions().size()) {
            return whole;
        }
        List<Dimension> dimensions = new ArrayList<>(whole.dimensions());
        Dimension axis = dimensions.get(places.axis());
        boolean isCounted = places.known().isPresent() && places.every().isEmpty();
        long length = isCounted
                ? places.to().size().orElseThrow() - places.from().size().orElseThrow()
                : 0;
        Dimension open = Stream.concat(Stream.of(axis), places.dimensions())
                .filter(size -> size.size().isEmpty())
                .findFirst()
                .orElse(axis);
        dimensions.set(places.axis(), isCounted ? Dimension.of((length + places.step() - 1) / places.step()) : open);
        return new ShapeSpec(dimensions, whole.roles(), whole.place(), whole.layoutPlace());
    }

    /** What a rule of this library says of itself, without the title, which has a column of its own. */
    private static String explained(Initializer initializer) {
        if (!(initializer instanceof Rule rule)) {
            return "by its own class";
        }
        String text = rule.explain();
        return text.startsWith(rule.title() + ", ")
                ? text.substring(rule.title().length() + 2)
                : text;
    }

    private static String formula(InitializerSpec initializer) {
        InitializerCall call = initializer.call().starting();
        if (OwnValueText.isOf(call)) {
            return OwnValueText.of(call);
        }
        if (call instanceof InitializerCall.Constructor constructor) {
            return "by " + constructor.type().simpleName();
        }
        Map<String, Quantity> numbers = new HashMap<>();
        List<Argument.Numeric> given = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Argument.Numeric number) {
                numbers.put(number.name(), number.quantity());
                given.add(number);
            }
        }
        return switch (((InitializerCall.Factory) call).factory()) {
            case "normal" -> normal(numbers);
            case "truncNormal" -> normal(numbers) + " on [" + of(numbers, "a") + ", " + of(numbers, "b") + "]";
            case "uniform" -> "U[" + of(numbers, "a") + ", " + of(numbers, "b") + ")";
            case "constant" -> of(numbers, "value");
            default ->
                given.stream()
                        .map(number -> number.name() + " = " + FormulaText.of(number.quantity()))
                        .collect(Collectors.joining(", "));
        };
    }

    private static String normal(Map<String, Quantity> numbers) {
        return "N(" + of(numbers, "mean") + ", " + FormulaText.operand(number(numbers, "std")) + "²)";
    }

    private static String of(Map<String, Quantity> numbers, String name) {
        return FormulaText.of(number(numbers, name));
    }

    private static Quantity number(Map<String, Quantity> numbers, String name) {
        Quantity number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("no argument " + name + " among " + numbers.keySet());
        }
        return number;
    }
}
