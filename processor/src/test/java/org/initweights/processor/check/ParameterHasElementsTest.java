package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** A size of 0 is probably a mistake. */
class ParameterHasElementsTest {

    @Test
    void warnsOfNoElements() {
        assertThat(given(4, 0).findings(new ParameterHasElements()))
                .containsExactly(warning(
                        "w.shape",
                        "w: [4, 0] has no elements, so nothing is initialised; is one of its sizes wrong? [ZeroSize]"));
    }

    @Test
    void acceptsOneElementAndSizesThatAreNotKnown() {
        assertThat(given().findings(new ParameterHasElements())).isEmpty();
        assertThat(given("rows", 0).findings(new ParameterHasElements())).isEmpty();
    }

    @Test
    void isAsLoudAsTheUserSays() {
        assertThat(given(0).findings(new ParameterHasElements(), Map.of("initweights.lint.ZeroSize", "off")))
                .isEmpty();
        List<Reported> strict =
                given(0).findings(new ParameterHasElements(), Map.of("initweights.lint.ZeroSize", "error"));
        assertThat(strict).extracting(Reported::kind).containsExactly(Diagnostic.Kind.ERROR);
    }

    private static GivenModel given(Object... sizes) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(sizes).init("@Zeros", zeros());
        return net;
    }
}
