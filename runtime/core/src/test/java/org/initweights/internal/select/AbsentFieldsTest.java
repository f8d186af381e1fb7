package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbsentFieldsTest {

    private final AbsentFields absent = new AbsentFields();

    @Test
    void areTiedToNothing() {
        Binding there = Binding.tie("sub.", "c", "d");
        Binding gone = Binding.tie("sub.", "bias", "d");
        absent.add("sub.bias", "hasBias");
        assertThat(absent.tied(List.of(there, gone))).containsExactly(there);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> absent.tied(List.of(Binding.tie("sub.", "c", "bias"))))
                .withMessage(
                        "sub.c: tied to bias, which is not there, since hasBias is false; give c the same condition, or"
                                + " tie it to what is always there [UnknownParameter]");
    }

    @Test
    void areNoCopies() {
        Binding bias = Binding.copy("", "b.bias", "a.bias");
        Binding all = Binding.copy("", "b.**", "a.**");
        Binding unknown = Binding.copy("", "c.**", "a.**");
        absent.add("b.bias", "hasBias");
        assertThat(absent.copied(List.of(bias, all, unknown), List.of("a.weight", "b.weight")))
                .containsExactly(all, unknown);
        assertThat(absent.copied(List.of(all), List.of("a.weight"))).isEmpty();
    }
}
