package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.values;

import java.util.ArrayList;
import java.util.List;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Numbers that are given, as a fill. */
class ValuesTest {

    @Test
    void areForAsManyElementsAsThereAreNumbers() {
        ValuesFill fill = (ValuesFill) values(1, 2.5).resolve(TensorShape.of(2));
        assertThat(fill.fits(2)).isTrue();
        assertThat(fill.fits(1)).isFalse();
        assertThat(fill.fits(3)).isFalse();
    }

    @Test
    void areCopiedFromAnyList() {
        List<Double> numbers = new ArrayList<>(List.of(1.0, 2.5));
        ValuesFill fill = new ValuesFill(numbers);
        numbers.set(0, 7.0);
        assertThat(fill.values()).containsExactly(1.0, 2.5);
        assertThat(fill).isEqualTo(values(1, 2.5).resolve(TensorShape.of(2)));
        assertThat(new ValuesFill(fill.values()).values()).isSameAs(fill.values());
    }

    @Test
    void saySoAsPeopleDo() {
        assertThat(values(2.5).resolve(TensorShape.of())).hasToString("the value 2.5");
        assertThat(values(1, 2.5).resolve(TensorShape.of(2))).hasToString("2 given values");
        assertThat(values(new float[1200]).resolve(TensorShape.of(1200))).hasToString("1,200 given values");
    }

    @Test
    void areSharedByThreads() {
        assertThat(((KnownElements) values(1, 2).resolve(TensorShape.of(2))).isConcurrent())
                .isTrue();
    }
}
