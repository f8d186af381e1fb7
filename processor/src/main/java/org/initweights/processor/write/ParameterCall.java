package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.TensorShape;
import org.initweights.generated.TensorType;
import org.initweights.processor.expression.Literals;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.rule.Rule;

/** The call that declares one parameter, under the comment that says where its numbers come from. */
final class ParameterCall {

    private ParameterCall() {}

    static CodeBlock of(ParameterSpec parameter, String collector) {
        return CodeBlock.builder()
                .add("// $L\n", comment(parameter))
                .add(call(parameter, collector))
                .build();
    }

    private static String comment(ParameterSpec parameter) {
        return parameter.name() + " " + parameter.shape()
                + parameter.shape().roles().words() + ": " + explanation(parameter);
    }

    /** What the initializer does, and where its numbers come from. */
    private static String explanation(ParameterSpec parameter) {
        Stream<String> base = parameter.initializer().isGiven()
                ? Stream.of(
                        explanation(parameter.initializer(), parameter.shape().known()))
                : Stream.of();
        Stream<String> slices = parameter.slices().stream()
                .map(slice -> slice.words() + " "
                        + explanation(
                                slice.initializer(), parameter.shape().known().flatMap(slice::shapeIn)));
        return Stream.concat(base, slices).collect(Collectors.joining("; "));
    }

    private static String explanation(InitializerSpec initializer, Optional<TensorShape> shape) {
        if (initializer.rule().isEmpty()) {
            return initializer.display();
        }
        Rule rule = (Rule) initializer.rule().get();
        String derivation = initializer.isKnown() && shape.isPresent() ? rule.explain(shape.get()) : rule.explain();
        return initializer.composed() ? initializer.display() + ", " + derivation : derivation;
    }

    private static CodeBlock call(ParameterSpec parameter, String collector) {
        CodeBlock shape = parameter.shape().code();
        CodeBlock initializer = initializer(parameter);
        CodeBlock type = type(parameter.storage());
        if (parameter.access() instanceof Access.Accessors accessors
                && accessors.setter().isPresent()) {
            return CodeBlock.builder()
                    .addStatement(
                            "$L.addOrAllocate($S, $L, model::$L, model::$L,\n$L, $L)",
                            collector,
                            parameter.name(),
                            type,
                            accessors.getter(),
                            accessors.setter().get(),
                            shape,
                            initializer)
                    .build();
        }
        String read = parameter.access().read();
        boolean assignable = parameter.access() instanceof Access.Direct direct && direct.assignable();
        CodeBlock verb =
                assignable ? CodeBlock.of("$L = $L.addOrAllocate", read, collector) : CodeBlock.of("$L.add", collector);
        return CodeBlock.builder()
                .addStatement("$L($S, $L, $L,\n$L, $L)", verb, parameter.name(), type, read, shape, initializer)
                .build();
    }

    private static CodeBlock type(StorageSpec storage) {
        if (storage instanceof StorageSpec.BuiltIn builtIn) {
            return Literals.member(ClassName.get(TensorType.class), builtIn.constant());
        }
        if (storage instanceof StorageSpec.Nested nested) {
            return CodeBlock.of("$T.nested($T.class)", TensorType.class, nested.type());
        }
        return CodeBlock.of("$T.adapted(new $T())", TensorType.class, ((StorageSpec.Adapted) storage).adapter());
    }

    /** The resolved numbers where the shape is known; else the rule, which resolves when the model is there. */
    private static CodeBlock initializer(ParameterSpec parameter) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(initializer(parameter.initializer(), parameter.shape().known()));
        for (SliceSpec slice : parameter.slices()) {
            code.add(slice.code(
                    initializer(slice.initializer(), parameter.shape().known().flatMap(slice::shapeIn))));
        }
        return code.build();
    }

    private static CodeBlock initializer(InitializerSpec initializer, Optional<TensorShape> shape) {
        return shape.filter(known -> initializer.isKnown() && !initializer.isConstructed())
                .flatMap(known -> FillCall.of(initializer.rule().orElseThrow().resolve(known)))
                .orElse(initializer.call());
    }
}
