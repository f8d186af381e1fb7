package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;

/** The visit of a sub-model, or of each of several. */
final class SubModelCall {

    private SubModelCall() {}

    static CodeBlock of(SubModelSpec member, Locals locals) {
        CodeBlock read = AccessCode.read(member.access(), locals);
        CodeBlock visit = CodeBlock.of(
                "$L.$L($L, $L,$W$T::collect)",
                locals.collector(),
                member.holder() == Holder.FIELD ? "visit" : "visitEach",
                Literals.of(member.name()),
                AccessCode.checked(member.name(), member.access(), locals),
                Types.of(member.model().init()));
        if (!member.optional()) {
            return CodeBlock.builder().addStatement(visit).build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L != null)", read)
                .addStatement(visit)
                .endControlFlow()
                .build();
    }
}
