package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;

/** The visit of a sub-model, or of each of several. */
final class SubModelCall {

    private SubModelCall() {}

    static CodeBlock of(SubModelSpec member, String collector) {
        CodeBlock visit = CodeBlock.of(
                "$L.$L($S, $L, $T::collect)",
                collector,
                member.holder() == Holder.FIELD ? "visit" : "visitEach",
                member.name(),
                member.access().read(),
                ModelSpec.initOf(member.model()));
        CodeBlock.Builder code = CodeBlock.builder()
                .add("// $L: $L, $T\n", member.name(), member.holder().title(), member.model());
        if (!member.optional()) {
            return code.addStatement(visit).build();
        }
        return code.beginControlFlow("if ($L != null)", member.access().read())
                .addStatement(visit)
                .endControlFlow()
                .build();
    }
}
