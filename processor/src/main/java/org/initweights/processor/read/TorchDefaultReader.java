package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Findings;
import org.jspecify.annotations.Nullable;

/** Reads {@code @TorchDefault}, whose biases look at the shape of another field. */
final class TorchDefaultReader {

    private final Map<String, ShapeSpec> shapes;
    private final Findings findings;

    TorchDefaultReader(Map<String, ShapeSpec> shapes, Findings findings) {
        this.shapes = shapes;
        this.findings = findings;
    }

    Optional<InitializerSpec> read(String field, InitializerUse use, InitializerArguments arguments) {
        Layer layer = arguments.constant("value", Layer.class);
        TorchVersion version = arguments.constant("version", TorchVersion.class);
        String weight = arguments.text("weight");
        ShapeSpec shape = null;
        if (!weight.isEmpty()) {
            shape = shapes.get(weight);
            if (shape == null) {
                findings.error(
                        use.placeOf("weight"),
                        "UnknownWeight",
                        field + ": \"" + weight + "\" is no parameter of this model that has a @Shape"
                                + Spelling.closest(weight, shapes.keySet())
                                        .map(close -> "; did you mean \"" + close + "\"?")
                                        .orElse(""));
                return Optional.empty();
            }
        }
        return Optional.of(new InitializerSpec(
                use.display(),
                use.isComposed(),
                Optional.of(rule(layer, shape, version)),
                call(layer, shape, version),
                use.place(),
                use.places(),
                Optional.ofNullable(shape)));
    }

    private static Initializer rule(Layer layer, @Nullable ShapeSpec weight, TorchVersion version) {
        if (weight == null) {
            return Initializers.torchDefault(layer, version);
        }
        TensorShape shape = weight.known().orElseGet(weight::example);
        return Initializers.torchDefault(layer, shape, version);
    }

    private static InitializerCall call(Layer layer, @Nullable ShapeSpec weight, TorchVersion version) {
        List<Argument> arguments = new ArrayList<>(List.of(Argument.Constant.of(layer)));
        if (weight != null) {
            arguments.add(new Argument.Shape(weight));
        }
        if (version != TorchVersion.CURRENT) {
            arguments.add(Argument.Constant.of(version));
        }
        return new InitializerCall.Factory("torchDefault", arguments);
    }
}
