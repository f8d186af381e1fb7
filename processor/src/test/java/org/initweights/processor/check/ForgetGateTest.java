package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Initializer;
import org.initweights.Layer;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Term;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** The second quarter of the rows is a forget gate only where there are four gates. */
class ForgetGateTest {

    private static final Dimension QUARTER = new Dimension("rows / 4", new Term.Whole(2));
    private static final Dimension HALF = new Dimension("rows / 2", new Term.Whole(5));

    @Test
    void acceptsFourGates() {
        assertThat(findings(zeros(), 8, QUARTER, HALF)).isEmpty();
        assertThat(findings(torchDefault(Layer.LSTM), 8, QUARTER, HALF)).isEmpty();
        assertThat(findings(zeros(), Numbers.size("rows"), QUARTER, HALF)).isEmpty();
    }

    @Test
    void warnsOfRowsThatAreNotFourGates() {
        assertThat(findings(zeros(), 10, QUARTER, HALF))
                .containsExactly(warning(
                        "w.slice.0",
                        "w: @Forget is for the forget gate, the second of the four of an LSTM, but 10 rows are not four"
                                + " gates, and it would get rows 2 : 5; give the rows that are meant with @Slice"
                                + " [ForgetGate]"));
    }

    @Test
    void warnsOfLayersWithOtherGates() {
        assertThat(findings(torchDefault(Layer.GRU), 12, QUARTER, HALF))
                .containsExactly(warning(
                        "w.slice.0",
                        "w: @Forget is for the forget gate, the second of the four of an LSTM, but this is a bias of GRU;"
                                + " give the rows that are meant with @Slice [ForgetGate]"));
    }

    @Test
    void saysNothingOfOtherRows() {
        assertThat(findings(zeros(), 10, Dimension.of(2), Dimension.of(5))).isEmpty();
        assertThat(findings(zeros(), 10, QUARTER, Dimension.of(5))).isEmpty();
        assertThat(findings(zeros(), 10, Dimension.of(2), HALF)).isEmpty();
    }

    private static List<Reported> findings(Initializer rule, Object rows, Dimension from, Dimension to) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(rows).init("@Given", rule).slice(from, to, "@Forget", ones());
        return net.findings(new ForgetGate());
    }
}
