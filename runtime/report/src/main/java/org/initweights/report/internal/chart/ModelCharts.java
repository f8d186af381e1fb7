package org.initweights.report.internal.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.initweights.Fill;
import org.initweights.Nonlinearity;
import org.initweights.Signal;
import org.initweights.internal.message.Notation;
import org.initweights.report.LayerSignal;
import org.initweights.report.ParameterReport;
import org.initweights.report.internal.chart.LayerChart.Series;
import org.initweights.report.internal.chart.Mark.Symbol;

/** The pictures of all layers at once. A layer is a parameter that does something to the signal: not a bias, not a scale. */
public final class ModelCharts {

    private ModelCharts() {}

    /** The standard deviation of each layer, as expected and as measured. */
    public static Scene deviations(List<ParameterReport> parameters, int width) {
        List<ParameterReport> layers = layers(parameters);
        List<Double> measured =
                values(layers, layer -> layer.elements().moments().std());
        List<Double> expected =
                values(layers, layer -> layer.fill().map(Fill::std).orElse(Double.NaN));
        return LayerChart.of(
                width,
                "Standard deviation of each layer",
                layers.size() + " layers, measured " + range(measured) + ", expected " + range(expected),
                names(layers),
                List.of(
                        new Series("expected", Symbol.BAR, Tone.EXPECTED, expected),
                        new Series("measured", Symbol.CIRCLE, Tone.MEASURED, measured)));
    }

    /** By what each layer multiplies the variance of activations and gradients. */
    public static Scene signal(List<ParameterReport> parameters, int width) {
        List<ParameterReport> layers = layers(parameters);
        List<Double> forward = values(layers, layer -> measured(layer, Signal::forward));
        List<Double> backward = values(layers, layer -> measured(layer, Signal::backward));
        return LayerChart.of(
                width,
                "Factor of each layer on the variance of the signal",
                layers.size() + " layers, forward " + range(forward) + ", backward " + range(backward),
                names(layers),
                List.of(
                        new Series("backward", Symbol.DIAMOND, Tone.BACKWARD, backward),
                        new Series("forward", Symbol.CIRCLE, Tone.FORWARD, forward)));
    }

    /** What the picture of the signal takes for granted. */
    public static String assumption(Nonlinearity activation) {
        return activation == Nonlinearity.LINEAR
                ? "each layer taken as linear"
                : "each layer after "
                        + activation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<ParameterReport> layers(List<ParameterReport> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.signal().isPresent())
                .toList();
    }

    private static List<String> names(List<ParameterReport> layers) {
        return layers.stream().map(ParameterReport::name).toList();
    }

    private static List<Double> values(List<ParameterReport> layers, ToDoubleFunction<ParameterReport> value) {
        return layers.stream().mapToDouble(value).boxed().toList();
    }

    private static double measured(ParameterReport layer, ToDoubleFunction<Signal> direction) {
        return layer.signal().map(LayerSignal::measured).stream()
                .mapToDouble(direction)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String range(List<Double> values) {
        double[] known = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return known.length == 0
                ? "unknown"
                : "from " + Notation.measured(Arrays.stream(known).min().orElse(0)) + " to "
                        + Notation.measured(Arrays.stream(known).max().orElse(0));
    }
}
