package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.error;

import org.initweights.processor.given.GivenModel;
import org.junit.jupiter.api.Test;

/** A parameter hides nothing that a class above has under the same name. */
class NamesAreDistinctTest {

    private final GivenModel oldest = new GivenModel("Oldest").subModel("head", "Head");
    private final GivenModel older = new GivenModel("Older").inheriting(oldest);
    private final GivenModel net = new GivenModel("Net").inheriting(older);

    @Test
    void acceptsOtherNames() {
        older.parameter("weight").shape(3).init("@Zeros", zeros());
        net.parameter("bias").shape(3).init("@Zeros", zeros());
        assertThat(net.findings(new NamesAreDistinct())).isEmpty();
    }

    @Test
    void refusesTheNameOfAnInheritedParameter() {
        older.parameter("weight").shape(3).init("@Zeros", zeros());
        net.parameter("weight").shape(3).init("@Zeros", zeros());
        assertThat(net.findings(new NamesAreDistinct()))
                .containsExactly(error(
                        "weight",
                        "weight: hides Older.weight, so two parameters would have one name; rename one of them"
                                + " [HiddenParameter]"));
    }

    @Test
    void refusesTheNameOfAnInheritedSubModelHoweverFarAbove() {
        net.parameter("head").shape(3).init("@Zeros", zeros());
        assertThat(net.findings(new NamesAreDistinct()))
                .containsExactly(error(
                        "head",
                        "head: hides Oldest.head, so two parameters would have one name; rename one of them"
                                + " [HiddenParameter]"));
    }
}
