package org.initweights.processor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;

import java.util.Map;
import java.util.Optional;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.junit.jupiter.api.Test;

/** A parameter's rule is its initializer with those of its slices, as far as all are known. */
class ParameterSpecTest {

    private final GivenModel net = new GivenModel("Net");
    private final GivenParameter parameter = net.parameter("w");

    @Test
    void isKnownIfShapeAndInitializersAre() {
        ParameterSpec known = parameter
                .shape(8)
                .init("@Zeros", zeros())
                .slice(2, 4, "@Ones", ones())
                .spec();
        assertThat(known.isKnown()).isTrue();
        assertThat(known.rule().orElseThrow().resolve(TensorShape.of(8)))
                .isEqualTo(zeros().withRows(2, 4, ones()).resolve(TensorShape.of(8)));
        assertThat(known.variables()).isEmpty();
        assertThat(known.initializers()).extracting(InitializerSpec::display).containsExactly("@Zeros", "@Ones");
    }

    @Test
    void isNotKnownIfAPartIsNot() {
        assertThat(parameter.shape("rows").init("@Zeros", zeros()).spec().isKnown())
                .isFalse();
        assertThat(net.parameter("a")
                        .shape(8)
                        .init("@Zeros", zeros())
                        .slice("from", 4, "@Ones", ones())
                        .spec()
                        .isKnown())
                .isFalse();
        assertThat(net.parameter("b")
                        .shape(8)
                        .unknown("@InitWith(Own.class)")
                        .spec()
                        .isKnown())
                .isFalse();
        ParameterSpec bias = net.parameter("bias")
                .shape(8)
                .biasOf(parameter, "@TorchDefault", torchDefault(Layer.LINEAR, TensorShape.of(1, 1)))
                .spec();
        assertThat(bias.isKnown()).isFalse();
        assertThat(bias.initializer().isKnown()).isFalse();
        assertThat(bias.initializer().rule()).isPresent();
    }

    @Test
    void hasOnlyItsSlicesWhereNothingElseIsGiven() {
        ParameterSpec sliced =
                parameter.shape(2).onlySlices().slice(0, 2, "@Ones", ones()).spec();
        assertThat(sliced.initializer().isGiven()).isFalse();
        assertThat(sliced.initializers()).extracting(InitializerSpec::display).containsExactly("@Ones");
    }

    @Test
    void needsTheNumbersOfShapeInitializerAndSlices() {
        ParameterSpec needy = parameter
                .shape("rows", 3)
                .formula("@Normal", "normal", Map.of("std", Quantity.of(Numbers.real("scale"))))
                .slice("from", "to", "@Constant", "constant", Map.of("value", Quantity.of(Numbers.real("pad"))))
                .spec();
        assertThat(needy.variables())
                .containsExactly(
                        Numbers.variable("rows"),
                        Numbers.real("scale"),
                        Numbers.variable("from"),
                        Numbers.variable("to"),
                        Numbers.real("pad"));
    }

    @Test
    void tellsWhetherAFormulaIsOfEachShape() {
        InitializerCall fixed = parameter
                .formula("@Normal", "normal", Map.of("std", Quantity.of(Numbers.real("scale"))))
                .spec()
                .initializer()
                .call();
        InitializerCall scaled = parameter
                .formula("@Normal", "normal", Map.of("std", Quantity.of(ShapeProperty.FAN_IN)))
                .spec()
                .initializer()
                .call();
        assertThat(fixed.looksAtShape()).isFalse();
        assertThat(scaled.looksAtShape()).isTrue();
        assertThat(scaled.variables()).isEmpty();
    }

    @Test
    void namesTheRowsOfASliceByNumberIfTheyAreKnown() {
        ParameterSpec sliced = parameter
                .shape(8)
                .init("@Zeros", zeros())
                .slice(2, 4, "@Ones", ones())
                .slice("from", 8, "@Ones", ones())
                .spec();
        SliceSpec known = sliced.slices().get(0);
        SliceSpec open = sliced.slices().get(1);
        assertThat(known).hasToString("2 : 4");
        assertThat(known.shapeIn(TensorShape.of(8, 3))).contains(TensorShape.of(2, 3));
        assertThat(known.known()).isPresent();
        assertThat(open).hasToString("from : 8");
        assertThat(open.places().words()).isEqualTo("rows from : 8");
        assertThat(open.shapeIn(TensorShape.of(8, 3))).isEmpty();
        assertThat(open.known()).isEmpty();
        assertThat(open.places().known()).isEmpty();
    }

    @Test
    void namesThePlacesOfAnyAxis() {
        SliceSpec columns = parameter
                .shape(8, 12)
                .init("@Zeros", zeros())
                .slice(new AxisPlaces(1, Dimension.of(1), Dimension.of(12), 3, Optional.empty()), "@Ones", ones())
                .spec()
                .slices()
                .get(0);
        assertThat(columns).hasToString("1 : 12 : 3 of axis 1");
        assertThat(columns.places().words()).isEqualTo("1 : 12 : 3 of axis 1");
        assertThat(columns.shapeIn(TensorShape.of(8, 12))).contains(TensorShape.of(8, 4));
        assertThat(columns.shapeIn(TensorShape.of(8, 11))).isEmpty();
        AxisPlaces heads = new AxisPlaces(0, Dimension.of(0), Dimension.of(2), 1, Optional.of(Numbers.size("head")));
        assertThat(heads.words()).isEqualTo("rows 0 : 2 of every head");
        assertThat(heads.known()).isEmpty();
        assertThat(heads.variables()).hasSize(1);
    }

    @Test
    void reportsAnArgumentWhereItWasGiven() {
        InitializerSpec initializer = parameter
                .shape(2)
                .init("@Ones", ones())
                .arguments("gain")
                .spec()
                .initializer();
        assertThat(initializer.placeOf("gain")).isNotEqualTo(initializer.place());
        assertThat(initializer.placeOf("mode")).isEqualTo(initializer.place());
    }

    @Test
    void isConstructedIfPyTorchDrawsItInAnotherOrder() {
        assertThat(initializer(Layer.MULTIHEAD_ATTENTION).isConstructed()).isTrue();
        assertThat(initializer(Layer.LINEAR).isConstructed()).isFalse();
        assertThat(parameter.init("@Zeros", zeros()).spec().initializer().isConstructed())
                .isFalse();
    }

    private InitializerSpec initializer(Layer layer) {
        return parameter
                .shape(4, 4)
                .init("@TorchDefault", torchDefault(layer))
                .spec()
                .initializer();
    }
}
