package org.initweights.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.*;

import org.initweights.Weights;
import org.initweights.report.InitReport;
import org.initweights.report.internal.chart.Mark.Dot;
import org.initweights.report.internal.chart.Mark.Label;
import org.junit.jupiter.api.Test;

class ModelChartsTest {

    /** Layers without a part in common, one of which stands out. */
    private static Scene deviations(int layers) {
        Weights weights = Weights.of(w -> {
            for (int i = 0; i < layers; i++) {
                w.tensor(i + ".weight", normal(0, i == 777 ? 50 : 1), 4, 4);
            }
        });
        return ModelCharts.deviations(
                InitReport.of(weights.initialize(1).parameters()).parameters(), 560);
    }

    @Test
    void manyLayersAreNoMoreMarksThanSome() {
        Scene scene = deviations(3000);
        assertThat(scene.marks()).hasSizeLessThan(2 * Runs.MOST + 200);
        assertThat(scene.marks())
                .anySatisfy(mark -> assertThat(mark)
                        .isInstanceOfSatisfying(
                                Label.class,
                                label -> assertThat(label.text()).isEqualTo("least and largest of every 12 layers")));
        assertThat(scene.marks())
                .anySatisfy(mark -> assertThat(mark)
                        .isInstanceOfSatisfying(
                                Dot.class, dot -> assertThat(dot.tip()).startsWith("777.weight: measured ")));
    }

    @Test
    void eachOfAFewLayersHasItsMarks() {
        Scene scene = deviations(400);
        assertThat(scene.marks().stream()
                        .filter(mark -> mark instanceof Dot dot && !dot.tip().isEmpty()))
                .hasSize(800);
        assertThat(scene.marks())
                .noneSatisfy(mark -> assertThat(mark)
                        .isInstanceOfSatisfying(
                                Label.class, label -> assertThat(label.text()).startsWith("least and")));
    }
}
