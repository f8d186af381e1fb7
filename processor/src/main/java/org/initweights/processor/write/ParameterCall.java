package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import org.initweights.DType;
import org.initweights.generated.TensorType;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.resolve.ResolvedParameter;

/** The call that declares one parameter, under the comment that says where its numbers come from. */
final class ParameterCall {

    private ParameterCall() {}

    static CodeBlock of(ResolvedParameter parameter, Locals locals) {
        return CodeBlock.builder()
                .add("$L", JavaText.comment(comment(parameter)))
                .add(call(parameter, locals))
                .build();
    }

    private static String comment(ResolvedParameter parameter) {
        return parameter.name() + " " + parameter.spec().shape()
                + parameter.spec().shape().roles().words() + ": " + parameter.explanation();
    }

    private static CodeBlock call(ResolvedParameter resolved, Locals locals) {
        ParameterSpec parameter = resolved.spec();
        SizeCode sizes = new SizeCode(parameter.name(), locals);
        CodeBlock name = Literals.of(parameter.name());
        CodeBlock shape = sizes.shape(parameter.shape());
        CodeBlock initializer = new InitializerCode(sizes).of(resolved);
        CodeBlock type = type(parameter.storage());
        if (parameter.access() instanceof Access.Accessors accessors
                && accessors.setter().isPresent()) {
            return CodeBlock.builder()
                    .addStatement(
                            "$L.addOrAllocate($L, $L, $L::$L, $L::$L,\n$L,$W$L)",
                            locals.collector(),
                            name,
                            type,
                            locals.model(),
                            accessors.getter(),
                            locals.model(),
                            accessors.setter().get(),
                            shape,
                            initializer)
                    .build();
        }
        CodeBlock read = AccessCode.read(parameter.access(), locals);
        boolean assignable = parameter.access() instanceof Access.Direct direct && direct.assignable();
        CodeBlock verb = assignable
                ? CodeBlock.of("$L = $L.addOrAllocate", read, locals.collector())
                : CodeBlock.of("$L.add", locals.collector());
        return CodeBlock.builder()
                .addStatement("$L($L, $L, $L,\n$L,$W$L)", verb, name, type, read, shape, initializer)
                .build();
    }

    private static CodeBlock type(StorageSpec storage) {
        if (storage instanceof StorageSpec.Flat flat) {
            return constant(
                    flat.element() == DType.F32 || flat.element() == DType.F64
                            ? name(flat.element()) + "S"
                            : name(flat.element()));
        }
        if (storage instanceof StorageSpec.Buffer buffer) {
            return constant(name(buffer.element()) + "_BUFFER");
        }
        if (storage instanceof StorageSpec.Nested nested) {
            return CodeBlock.of("$T.nested($T.class)", TensorType.class, Types.of(nested));
        }
        StorageSpec.Adapted adapted = (StorageSpec.Adapted) storage;
        return CodeBlock.of(
                adapted.isGeneric() ? "$T.adapted(new $T<>())" : "$T.adapted(new $T())",
                TensorType.class,
                Types.of(adapted.adapter()));
    }

    private static CodeBlock constant(String name) {
        return Literals.member(ClassName.get(TensorType.class), name);
    }

    private static String name(DType element) {
        return switch (element) {
            case F32 -> "FLOAT";
            case F64 -> "DOUBLE";
            case F16 -> "FP16";
            case BF16 -> "BF16";
        };
    }
}
