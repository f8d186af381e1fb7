package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import org.initweights.DType;
import org.initweights.collect.TensorType;
import org.initweights.internal.rule.Rule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.resolve.ResolvedParameter;

/** The call that declares one parameter, under a comment where there is more to say than the call does. */
final class ParameterCall {

    private ParameterCall() {}

    static CodeBlock of(ResolvedParameter parameter, Locals locals) {
        Presence presence = parameter.spec().presence();
        if (presence instanceof Presence.Always) {
            CodeBlock call = call(parameter, locals);
            return saysMore(parameter, locals) ? CodeBlock.of("$L$L", Lines.comment(comment(parameter)), call) : call;
        }
        return CodeBlock.of(
                "$L$L",
                Lines.comment(comment(parameter) + "; " + presence.words()),
                presence instanceof Presence.Never never
                        ? absence(parameter.spec(), never.written(), locals)
                        : conditional(parameter, presence, locals));
    }

    /** What only an absent parameter needs is not computed. */
    private static CodeBlock conditional(ResolvedParameter parameter, Presence presence, Locals locals) {
        Locals inner = locals.inner();
        CodeBlock call = call(parameter, inner);
        CodeBlock.Builder code = CodeBlock.builder();
        if (presence instanceof Presence.OnlyIf condition) {
            code.beginControlFlow("if ($L)", locals.read(condition.path()))
                    .add(inner.definitions())
                    .add(call)
                    .nextControlFlow("else")
                    .add(absence(parameter.spec(), condition.written(), locals));
        } else {
            code.beginControlFlow(
                            "if ($L != null)", AccessCode.read(parameter.spec().access(), locals))
                    .add(inner.definitions())
                    .add(call);
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock absence(ParameterSpec parameter, String condition, Locals locals) {
        return CodeBlock.builder()
                .addStatement(
                        "$L.addNothing($L, $L, $L)",
                        locals.collector(),
                        Literals.of(parameter.name()),
                        Literals.of(condition),
                        AccessCode.read(parameter.access(), locals))
                .build();
    }

    private static String comment(ResolvedParameter parameter) {
        return parameter.name() + " " + parameter.spec().shape()
                + parameter.spec().shape().roles().words() + ": " + parameter.explanation();
    }

    /** Whether a comment says what the code below it does not. */
    private static boolean saysMore(ResolvedParameter parameter, Locals locals) {
        boolean literal = parameter.spec().shape().dimensions().stream().allMatch(ParameterCall::isWrittenAsItIs);
        InitializerSpec initializer = parameter.spec().initializer();
        if (!literal || initializer.composed() || !parameter.slices().isEmpty()) {
            return true;
        }
        if (!(initializer.rule().orElse(null) instanceof Rule rule)) {
            return !(initializer.call().untransformed() instanceof InitializerCall.Constructor);
        }
        InitializerCode code = new InitializerCode(new SizeCode(parameter.name(), locals));
        return !parameter.explanation().equals(rule.explain())
                || !code.of(parameter).equals(code.forEachShape(initializer.call()));
    }

    /** Whether code has a size as the user wrote it: a number, or a variable of that name. */
    private static boolean isWrittenAsItIs(Dimension dimension) {
        String text = dimension.text();
        return dimension.size().isPresent()
                ? text.equals(Long.toString(dimension.size().getAsLong()))
                : text.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private static CodeBlock call(ResolvedParameter resolved, Locals locals) {
        ParameterSpec parameter = resolved.spec();
        SizeCode sizes = new SizeCode(parameter.name(), locals);
        CodeBlock name = Literals.of(parameter.name());
        CodeBlock shape = sizes.shape(parameter.shape());
        CodeBlock content = CodeBlock.of("$L$L", shape, initializer(resolved, sizes));
        CodeBlock type = type(parameter.storage());
        CodeBlock collector = collector(parameter.isTrainable(), locals);
        if (parameter.access() instanceof Access.Accessors accessors) {
            return byAccessors(accessors, collector, locals, CodeBlock.of("$L, $L", name, type), content);
        }
        CodeBlock read = AccessCode.read(parameter.access(), locals);
        boolean assignable = parameter.access() instanceof Access.Direct direct && direct.assignable();
        CodeBlock verb =
                assignable ? CodeBlock.of("$L = $L.addOrAllocate", read, collector) : CodeBlock.of("$L.add", collector);
        return CodeBlock.builder()
                .addStatement("$L($L, $L,$W$L,\n$L)", verb, name, type, read, content)
                .build();
    }

    /** What is made of numbers of the model is made where the parameter is known that they are for. */
    private static CodeBlock initializer(ResolvedParameter parameter, SizeCode sizes) {
        CodeBlock code = new InitializerCode(sizes).of(parameter);
        return CodeBlock.of(parameter.spec().isMadeOfNumbers() ? ",\n() -> $L" : ",$W$L", code);
    }

    /** What takes a parameter or a sub-model. */
    static CodeBlock collector(boolean isTrainable, Locals locals) {
        return CodeBlock.of(isTrainable ? "$L" : "$L.nonTrainable()", locals.collector());
    }

    private static CodeBlock byAccessors(
            Access.Accessors accessors, CodeBlock collector, Locals locals, CodeBlock tensor, CodeBlock content) {
        CodeBlock getter = CodeBlock.of("$L::$L", locals.model(), accessors.getter());
        return accessors
                .setter()
                .map(setter -> CodeBlock.builder()
                        .addStatement(
                                "$L.addOrAllocate($L,$W$L,$W$L::$L,\n$L)",
                                collector,
                                tensor,
                                getter,
                                locals.model(),
                                setter,
                                content)
                        .build())
                .orElseGet(() -> CodeBlock.builder()
                        .addStatement("$L.addBehind($L,$W$L,\n$L)", collector, tensor, getter, content)
                        .build());
    }

    private static CodeBlock type(StorageSpec storage) {
        if (storage instanceof StorageSpec.Flat flat) {
            return constant(
                    flat.element() == DType.F16 || flat.element() == DType.BF16
                            ? name(flat.element())
                            : name(flat.element()) + "S");
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
            case I32 -> "INT";
            case I64 -> "LONG";
        };
    }
}
