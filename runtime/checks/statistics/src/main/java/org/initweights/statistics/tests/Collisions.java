package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** Points that fall into cells where one already is. Cells are far more than points, and so the count is Poisson's. */
public record Collisions(int samples, int points, int dimensions, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        int collisions = 0;
        for (int i = 0; i < samples; i++) {
            collisions += Points.repeated(Points.cells(words, points, dimensions, bits));
        }
        return List.of(PValue.poisson(
                "collisions", samples * mean(points, Math.scalb(1.0, dimensions * bits)), collisions));
    }

    /** How many collisions are expected: points − cells·(1 − (1 − 1/cells)^points). */
    public static double mean(double points, double cells) {
        double load = points / cells;
        return load < 1e-4
                ? points * (points - 1) / (2 * cells) * (1 - (points - 2) / (3 * cells))
                : points + cells * Math.expm1(points * Math.log1p(-1 / cells));
    }
}
