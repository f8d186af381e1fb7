package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.values.NamedNumber;
import org.initweights.internal.values.TransformedFill;

/** The initializer that draws from a resolved distribution, with its numbers as literals. */
final class FillCall {

    private FillCall() {}

    /** Empty for fills that are no distribution of independent elements, whose rules already say all. */
    static Optional<CodeBlock> of(Fill fill) {
        if (fill instanceof ConstantFill constant) {
            return Optional.of(constant(constant.value()));
        }
        if (fill instanceof UniformFill uniform) {
            return Optional.of(call("uniform", uniform.lower(), uniform.upper()));
        }
        if (fill instanceof NormalFill normal) {
            return Optional.of(call("normal", normal.mean(), normal.std()));
        }
        if (fill instanceof TruncatedNormalFill normal) {
            return Optional.of(call("truncNormal", normal.location(), normal.scale(), normal.lower(), normal.upper()));
        }
        if (fill instanceof TransformedFill transformed) {
            return of(transformed.base())
                    .map(base -> CodeBlock.of(
                            "$L.transformed($L$L)",
                            base,
                            Literals.longText(transformed.expression()),
                            numbers(transformed.numbers())));
        }
        return Optional.empty();
    }

    private static CodeBlock numbers(List<NamedNumber> numbers) {
        Map<String, Double> byName = new LinkedHashMap<>();
        numbers.forEach(number -> byName.put(number.name(), number.value()));
        return NumbersCode.of(byName, (name, value) -> Literals.of(value));
    }

    private static CodeBlock constant(double value) {
        if (value == 1) {
            return call("ones");
        }
        return value == 0 && 1 / value > 0 ? call("zeros") : call("constant", value);
    }

    private static CodeBlock call(String factory, double... arguments) {
        return Literals.call(
                Initializers.class,
                factory,
                DoubleStream.of(arguments).mapToObj(Literals::of).toList());
    }
}
