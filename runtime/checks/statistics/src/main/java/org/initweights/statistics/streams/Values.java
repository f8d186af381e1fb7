package org.initweights.statistics.streams;

import java.util.List;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;

/** The values of {@code streams} neighbouring paths of {@code elements} each, counted in cells that are equally probable. */
public record Values(StreamShape shape, int cells, int streams, int elements) implements StreamTest {

    @Override
    public List<PValue> run(long seed) {
        CellEdges edges = new CellEdges(shape.truth(), cells);
        long[] counts = new long[cells];
        for (int i = 0; i < streams; i++) {
            edges.count(Neighbours.PATHS.draw(shape.initializer(), seed, i, elements), counts);
        }
        double[] probabilities = edges.probabilities();
        return List.of(ChiSquare.test("χ²", probabilities, counts), kolmogorov(probabilities, counts));
    }

    /** The largest distance from the true distribution at the edges of the cells. */
    private PValue kolmogorov(double[] probabilities, long[] counts) {
        double total = (double) streams * elements;
        double expected = 0;
        double distance = 0;
        long below = 0;
        for (int i = 0; i < cells; i++) {
            expected += probabilities[i];
            below += counts[i];
            distance = Math.max(distance, Math.abs(below / total - expected));
        }
        double p = 1 - new KolmogorovSmirnovTest().ksSum(Math.sqrt(total) * distance, 1e-15, 100_000);
        return new PValue("Kolmogorov", distance, p);
    }
}
