package org.initweights.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;

class ParameterTableTest {

    @Test
    void showsExpectedBesideMeasured() {
        Parameters parameters = ParameterCollector.collect(new Object(), (model, p) -> {
            p.addOrAllocate("scale", TensorType.FLOATS, null, TensorShape.of(1000), Initializers.constant(0.5));
            p.addOrAllocate("empty", TensorType.FLOATS, null, TensorShape.of(0), Initializers.ones());
        });
        assertThat(ParameterTable.of(parameters)).hasToString("""
                parameter  shape   initializer  elements     mean  measured      std  measured
                scale      [1000]  0.5             1,000  0.50000   0.00000  0.00000   0.00000
                empty      [0]     1                   0  1.00000         -  0.00000         -
                total: 1,000 elements in 2 parameters""");
        parameters.initialize(RandomSource.seeded(0));
        assertThat(ParameterTable.of(parameters).toString()).contains("0.50000   0.50000");
    }
}
