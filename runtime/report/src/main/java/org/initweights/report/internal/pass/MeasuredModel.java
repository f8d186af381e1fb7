package org.initweights.report.internal.pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.ForwardPath;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.report.CoordinateOptions;

/**
 * The sizes of all coordinates in the model of one width: roots of mean squares, over all draws of its weights. It does not hold the model.
 *
 * @param names those of the weights on the path
 * @param elements how many elements they have together
 * @param outputs how many outputs the last layer gives
 * @param initial what each layer gives
 * @param change by how much a step changes it; empty without a step
 */
record MeasuredModel(List<String> names, long elements, int outputs, List<Double> initial, List<Double> change) {

    static MeasuredModel of(ForwardPath path, CoordinateOptions options) {
        List<PathLayer> layers = PathLayer.of(path);
        options.step().ifPresent(step -> checkTrained(layers));
        List<MeanSquare> initial = meanSquares(layers);
        List<MeanSquare> change = meanSquares(layers);
        double[][] inputs = normal("input", options, layers.get(0).weight().inputs());
        int outputs = layers.get(layers.size() - 1).weight().outputs();
        double[][] byOutputs = normal("gradient", options, outputs);
        for (int draw = 0; draw < options.draws(); draw++) {
            path.parameters().initialize(RandomSource.seeded(options.seed() + draw));
            ForwardPass pass = ForwardPass.of(layers, inputs);
            for (int l = 0; l < layers.size(); l++) {
                initial.get(l).add(pass.outputs(l));
            }
            options.step().ifPresent(step -> {
                List<double[][]> changes = new FirstStep(layers, step).changes(pass, byOutputs);
                for (int l = 0; l < layers.size(); l++) {
                    change.get(l).add(changes.get(l));
                }
            });
        }
        return new MeasuredModel(
                layers.stream().map(PathLayer::name).toList(),
                layers.stream()
                        .mapToLong(layer -> layer.weight().parameter().elements())
                        .sum(),
                outputs,
                roots(initial),
                options.step().isEmpty() ? List.of() : roots(change));
    }

    /** The step of a weight that is used twice is that of the sum of two gradients, which has not the rank one. */
    private static void checkTrained(List<PathLayer> layers) {
        Set<String> names = new HashSet<>();
        for (PathLayer layer : layers) {
            if (!layer.weight().parameter().isTrainable()) {
                throw new IllegalArgumentException(
                        layer.name() + ": is not trained, so a step does not change it; leave it out of the path,"
                                + " or check without a step");
            }
            if (!names.add(layer.name())) {
                throw new IllegalArgumentException(
                        layer.name() + ": is on the path twice, and a step of one weight in two layers is not measured;"
                                + " check without a step, or a model in which the two are apart");
            }
        }
    }

    /** Standard normal numbers, a row for each input, the same for all models with rows of this length. */
    private static double[][] normal(String name, CoordinateOptions options, int length) {
        double[] numbers = new double[Math.multiplyExact(options.inputs(), length)];
        Initializers.normal(0, 1)
                .fill(
                        "coordinate check: " + name,
                        numbers,
                        TensorShape.of(options.inputs(), length),
                        RandomSource.seeded(options.seed()));
        double[][] rows = new double[options.inputs()][length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(numbers, i * length, rows[i], 0, length);
        }
        return rows;
    }

    private static List<MeanSquare> meanSquares(List<PathLayer> layers) {
        List<MeanSquare> squares = new ArrayList<>();
        layers.forEach(layer -> squares.add(new MeanSquare()));
        return squares;
    }

    private static List<Double> roots(List<MeanSquare> squares) {
        return squares.stream().map(MeanSquare::root).toList();
    }

    /** The mean square of numbers that come bit by bit. */
    private static final class MeanSquare {

        private double sum;
        private long count;

        void add(double[][] numbers) {
            for (double[] row : numbers) {
                for (double number : row) {
                    sum += number * number;
                }
                count += row.length;
            }
        }

        double root() {
            return Math.sqrt(sum / count);
        }
    }
}
