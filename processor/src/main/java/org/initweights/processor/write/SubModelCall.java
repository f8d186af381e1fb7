package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.collect.ParameterCollector;
import org.initweights.processor.model.ModelType;
import org.initweights.processor.model.SubModelSpec;

/** The visit of a sub-model, or of each of several. */
final class SubModelCall {

    private SubModelCall() {}

    static CodeBlock of(SubModelSpec member, Locals locals) {
        CodeBlock read = AccessCode.read(member.access(), locals);
        CodeBlock checked = AccessCode.checked(member.name(), member.access(), locals);
        CodeBlock visit = member.model()
                .map(model -> visit(member, model, checked, locals))
                .orElseGet(() -> CodeBlock.of(
                        "$L.visitAny($L, $L)",
                        ParameterCall.collector(member.isTrainable(), locals),
                        Literals.of(member.name()),
                        member.holders().isEmpty() ? checked : withDepth(member, checked)));
        if (!member.optional()) {
            return CodeBlock.builder().addStatement(visit).build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L != null)", read)
                .addStatement(visit)
                .endControlFlow()
                .build();
    }

    /** One sub-model, one of each of a holder that says what it holds, or all in several holders around each other. */
    private static CodeBlock visit(SubModelSpec member, ModelType model, CodeBlock read, Locals locals) {
        CodeBlock held = isNested(member) ? withDepth(member, read) : read;
        return CodeBlock.of(
                "$L.$L($L, $L,$W$L)",
                ParameterCall.collector(member.isTrainable(), locals),
                member.holders().isEmpty() ? "visit" : "visitEach",
                Literals.of(member.name()),
                held,
                collect(model, locals));
    }

    private static CodeBlock withDepth(SubModelSpec member, CodeBlock read) {
        return CodeBlock.of("$L, $L", member.holders().size(), read);
    }

    private static boolean isNested(SubModelSpec member) {
        return member.holders().size() > 1 || member.holders().contains(SubModelSpec.Holder.OPTIONAL);
    }

    /** The method that collects a sub-model's parameters. Of an inner class of a generic one Eclipse's compiler takes no reference to it. */
    private static CodeBlock collect(ModelType model, Locals locals) {
        if (!model.isInnerOfGeneric()) {
            return CodeBlock.of("$T::collect", Types.of(model.name().init()));
        }
        String inner = locals.named("inner");
        String into = locals.named("into");
        return CodeBlock.of(
                "($T $L, $T $L) -> $T.collect($L, $L)",
                Types.of(model),
                inner,
                ParameterCollector.class,
                into,
                Types.of(model.name().init()),
                inner,
                into);
    }
}
