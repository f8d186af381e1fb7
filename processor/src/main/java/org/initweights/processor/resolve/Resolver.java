package org.initweights.processor.resolve;

import java.util.List;
import java.util.Optional;
import org.initweights.AxisSlice;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Nonlinearity;
import org.initweights.Signal;
import org.initweights.TensorShape;
import org.initweights.internal.rule.Rule;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SignalPathSpec;
import org.initweights.processor.model.SliceSpec;

/** Resolves each parameter of a model once. */
public final class Resolver {

    private Resolver() {}

    /** The model with its resolved parameters. */
    public static ResolvedModel resolve(ModelSpec model) {
        List<ResolvedParameter> parameters =
                model.parameters().stream().map(Resolver::resolve).toList();
        return new ResolvedModel(
                model, model.parent().map(Resolver::resolve), parameters, pathSignal(model, parameters));
    }

    private static ResolvedParameter resolve(ParameterSpec parameter) {
        Optional<TensorShape> shape = parameter.shape().known();
        ResolvedInitializer initializer = resolve(parameter.initializer(), parameter.shape());
        List<ResolvedSlice> slices =
                parameter.slices().stream().map(slice -> resolve(slice, shape)).toList();
        Optional<Fill> fill = slices.isEmpty() ? initializer.fill() : fill(parameter, shape);
        return new ResolvedParameter(
                parameter,
                shape,
                initializer,
                slices,
                fill,
                distribution(parameter, fill),
                signal(shape, fill, parameter.activation())
                        .map(signal -> OutputSignal.multiplied(signal, parameter, shape.orElseThrow())));
    }

    private static ResolvedInitializer resolve(InitializerSpec initializer, ShapeSpec shape) {
        if (initializer.rule().isEmpty()) {
            return new ResolvedInitializer(initializer, Optional.empty(), Optional.empty(), initializer.display());
        }
        boolean known = shape.isKnown() && initializer.isKnown();
        Initializer rule = initializer.rule().get();
        try {
            Fill fill = rule.resolve(shape.known().orElseGet(shape::example));
            return new ResolvedInitializer(
                    initializer,
                    Optional.of(fill).filter(found -> known),
                    Optional.empty(),
                    explanation(initializer, known ? shape.known() : Optional.empty()));
        } catch (InitializationException e) {
            // While sizes are not known, only the axes are certain.
            return new ResolvedInitializer(
                    initializer,
                    Optional.empty(),
                    Optional.of(e).filter(refusal -> known || isAboutAxes(refusal)),
                    explanation(initializer, Optional.empty()));
        }
    }

    private static boolean isAboutAxes(InitializationException e) {
        return e.id().endsWith("Rank") || e.id().endsWith("Axes") || e.id().equals("AxesLayout");
    }

    private static ResolvedSlice resolve(SliceSpec slice, Optional<TensorShape> whole) {
        InitializerSpec initializer = slice.initializer();
        Optional<AxisSlice> places = slice.places().known();
        if (whole.isPresent() && places.isPresent()) {
            try {
                Initializer rule = initializer.isKnown() ? initializer.rule().orElseThrow() : Initializers.zeros();
                Initializers.zeros().withSlice(places.get(), rule).resolve(whole.get());
            } catch (InitializationException e) {
                return new ResolvedSlice(slice, unknown(initializer), Optional.of(e));
            }
        }
        return new ResolvedSlice(
                slice,
                whole.flatMap(slice::shapeIn)
                        .map(rows -> known(initializer, rows))
                        .orElseGet(() -> unknown(initializer)),
                Optional.empty());
    }

    private static ResolvedInitializer known(InitializerSpec initializer, TensorShape shape) {
        return initializer.isKnown()
                ? new ResolvedInitializer(
                        initializer,
                        initializer.rule().map(rule -> rule.resolve(shape)),
                        Optional.empty(),
                        explanation(initializer, Optional.of(shape)))
                : unknown(initializer);
    }

    private static ResolvedInitializer unknown(InitializerSpec initializer) {
        return new ResolvedInitializer(
                initializer, Optional.empty(), Optional.empty(), explanation(initializer, Optional.empty()));
    }

    /** What the initializer does, and where its numbers come from. */
    private static String explanation(InitializerSpec initializer, Optional<TensorShape> shape) {
        if (!(initializer.rule().orElse(null) instanceof Rule rule)) {
            return initializer.display();
        }
        String derivation = shape.map(rule::explain).orElseGet(rule::explain);
        return initializer.composed() ? initializer.display() + ", " + derivation : derivation;
    }

    private static Optional<Fill> fill(ParameterSpec parameter, Optional<TensorShape> shape) {
        if (!parameter.isKnown()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parameter.rule().orElseThrow().resolve(shape.orElseThrow()));
        } catch (InitializationException e) {
            // The slice at fault has its refusal.
            return Optional.empty();
        }
    }

    private static String distribution(ParameterSpec parameter, Optional<Fill> fill) {
        return fill.or(() -> ofAnySize(parameter)).map(Fill::toString).orElseGet(() -> formulas(parameter));
    }

    /** What will be written, if it is the same whatever the sizes are that are not known. */
    private static Optional<Fill> ofAnySize(ParameterSpec parameter) {
        if (!parameter.initializer().isKnown()
                || !parameter.slices().isEmpty()
                || !parameter.shape().roles().isKnown()) {
            return Optional.empty();
        }
        try {
            Initializer rule = parameter.initializer().rule().orElseThrow();
            Fill small = rule.resolve(parameter.shape().example(2));
            return Optional.of(small)
                    .filter(fill -> fill.equals(rule.resolve(parameter.shape().example(6))));
        } catch (InitializationException e) {
            return Optional.empty();
        }
    }

    private static String formulas(ParameterSpec parameter) {
        if (OwnValueText.isOf(parameter.initializer().call().starting())
                && parameter.slices().isEmpty()) {
            return OwnValueText.of(parameter.initializer().call().starting());
        }
        List<String> formulas = parameter.initializers().stream()
                .flatMap(initializer -> initializer.call().arguments().stream())
                .filter(InitializerCall.Argument.Numeric.class::isInstance)
                .map(InitializerCall.Argument.Numeric.class::cast)
                .filter(number -> number.quantity().known().isEmpty())
                .map(number -> number.name() + " = " + number.quantity().text())
                .toList();
        return formulas.isEmpty() ? "when built" : String.join(", ", formulas);
    }

    private static Optional<Signal> signal(
            Optional<TensorShape> shape, Optional<Fill> fill, Optional<Nonlinearity> activation) {
        return shape.filter(known -> known.unstacked().rank() >= 2)
                .flatMap(known -> fill.filter(written -> !Double.isNaN(written.std()))
                        .map(written -> Signal.of(written, known.fans(), activation.orElse(Nonlinearity.LINEAR))));
    }

    private static Optional<Signal> pathSignal(ModelSpec model, List<ResolvedParameter> parameters) {
        List<String> weights = model.signalPath().map(SignalPathSpec::weights).orElse(List.of());
        Optional<Signal> product = weights.isEmpty() ? Optional.empty() : Optional.of(new Signal(1, 1));
        for (String weight : weights) {
            Optional<Signal> layer = parameters.stream()
                    .filter(parameter -> parameter.name().equals(weight))
                    .findFirst()
                    .flatMap(ResolvedParameter::signal);
            product = product.flatMap(signal -> layer.map(signal::then));
        }
        return product;
    }
}
