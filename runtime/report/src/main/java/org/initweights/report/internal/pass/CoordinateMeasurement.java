package org.initweights.report.internal.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.initweights.ForwardPath;
import org.initweights.internal.message.Notation;
import org.initweights.report.CoordinateDemand;
import org.initweights.report.CoordinateOptions;
import org.initweights.report.LayerCoordinates;
import org.initweights.report.internal.CoordinateContents;

/** Measures the models of all widths, one after the other, so that one of them is in memory at a time. */
public final class CoordinateMeasurement {

    private final List<Integer> widths;
    private final CoordinateOptions options;
    private final List<MeasuredModel> models = new ArrayList<>();

    private CoordinateMeasurement(List<Integer> widths, CoordinateOptions options) {
        this.widths = widths;
        this.options = options;
    }

    /**
     * Measures them.
     *
     * @throws IllegalArgumentException if widths or models cannot be compared
     */
    public static CoordinateContents measure(
            List<Integer> widths, IntFunction<ForwardPath> model, CoordinateOptions options) {
        checkWidths(widths);
        CoordinateMeasurement measurement = new CoordinateMeasurement(List.copyOf(new TreeSet<>(widths)), options);
        measurement.widths.forEach(width -> measurement.add(width, model.apply(width)));
        return new CoordinateContents(options, measurement.initial(), measurement.change());
    }

    private static void checkWidths(List<Integer> widths) {
        if (widths.size() < 2) {
            throw new IllegalArgumentException(
                    "widths = " + widths + "; give two or more to compare, such as 64, 256, 1024 and 4096");
        }
        for (int width : widths) {
            if (width < 1) {
                throw new IllegalArgumentException(
                        "widths = " + widths + ": " + width + " is no width; give 1 or more");
            }
        }
        if (new TreeSet<>(widths).size() < widths.size()) {
            throw new IllegalArgumentException("widths = " + widths + ": one is there twice; give each once");
        }
    }

    private void add(int width, ForwardPath path) {
        MeasuredModel model;
        try {
            model = MeasuredModel.of(path, options);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("width " + width + ": " + e.getMessage(), e);
        }
        if (!models.isEmpty()) {
            checkComparable(width, model);
        }
        models.add(model);
    }

    private void checkComparable(int width, MeasuredModel model) {
        int before = widths.get(models.size() - 1);
        MeasuredModel narrower = models.get(models.size() - 1);
        if (!model.names().equals(narrower.names())) {
            throw new IllegalArgumentException(
                    "width " + width + ": the path is " + String.join(" → ", model.names()) + ", and at width "
                            + before + " it is " + String.join(" → ", narrower.names())
                            + "; models of all widths need the same layers, since depth is not compared");
        }
        if (model.elements() <= narrower.elements()) {
            throw new IllegalArgumentException("width " + width + ": the path has " + Notation.count(model.elements())
                    + " weights, and at width " + before + " it has " + Notation.count(narrower.elements())
                    + "; make the model with the width that is given");
        }
        if (options.step().isPresent() && model.outputs() != narrower.outputs()) {
            throw new IllegalArgumentException(
                    model.names().get(model.names().size() - 1) + ": gives " + model.outputs() + " outputs at width "
                            + width + " and "
                            + narrower.outputs() + " at width " + before
                            + ", so no loss is the same for both; end the path with a layer whose outputs do not grow, or check without a step");
        }
    }

    /** The outputs of a model, which do not grow in number, may shrink at the start. */
    private List<LayerCoordinates> initial() {
        MeasuredModel first = models.get(0);
        boolean hasOutput = models.stream().allMatch(model -> model.outputs() == first.outputs());
        int last = first.names().size() - 1;
        return layers(
                MeasuredModel::initial,
                layer -> hasOutput && layer == last ? CoordinateDemand.BOUNDED : CoordinateDemand.STABLE);
    }

    private List<LayerCoordinates> change() {
        return layers(MeasuredModel::change, layer -> CoordinateDemand.CONVERGENT);
    }

    private List<LayerCoordinates> layers(
            Function<MeasuredModel, List<Double>> sizes, IntFunction<CoordinateDemand> demand) {
        List<LayerCoordinates> layers = new ArrayList<>();
        MeasuredModel first = models.get(0);
        int count = sizes.apply(first).size();
        for (int l = 0; l < count; l++) {
            int layer = l;
            layers.add(new LayerCoordinates(
                    first.names().get(l),
                    widths,
                    models.stream().map(model -> sizes.apply(model).get(layer)).toList(),
                    demand.apply(l),
                    options.factor()));
        }
        return layers;
    }
}
